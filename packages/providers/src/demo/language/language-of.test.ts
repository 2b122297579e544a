import { describe, expect, it } from 'vitest'
import { languageOf } from './language-of.ts'

describe('languageOf', () => {
  it.each([
    ['The kettle is broken and I would like to have my money back.', 'english'],
    ['Der Kessel ist kaputt und ich möchte mein Geld zurück.', 'german'],
    ['Je voudrais savoir où est mon colis, merci.', 'french'],
    ['¿Dónde está mi paquete? No ha llegado y lo necesito.', 'spanish'],
    ['今日は天気がいいです', 'japanese'],
    ['我的包裹在哪里', 'chinese'],
    ['Где моя посылка?', 'russian'],
    ['Πού είναι το δέμα μου;', 'greek'],
    ['12345', null],
    ['', null],
  ])('knows %j', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
