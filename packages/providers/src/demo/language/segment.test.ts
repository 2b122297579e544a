import { describe, expect, it } from 'vitest'
import { graphemesOf, sentencesOf, wordsOf } from './segment.ts'

describe('sentencesOf', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'Dr. Miller lives at St. James Square. He pays 3.50 e.g. in cash.',
      ['Dr. Miller lives at St. James Square.', 'He pays 3.50 e.g. in cash.'],
    ],
    ['A line\nbroken in two. And more', ['A line broken in two.', 'And more']],
    ['- first point\n- second point', ['- first point', '- second point']],
    ['Heading\n\nText here.', ['Heading', 'Text here.']],
    ['今日は天気がいいです。公園に行きました。', ['今日は天気がいいです。', '公園に行きました。']],
    ['¿Qué tal? ¡Bien!', ['¿Qué tal?', '¡Bien!']],
    ['... !!', []],
    ['', []],
  ])('cuts %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })
})

describe('wordsOf', () => {
  it('leaves signs and spaces out and says where each word stands', () => {
    expect(wordsOf("It's — fine, 3 times")).toEqual([
      { text: "It's", at: 0 },
      { text: 'fine', at: 7 },
      { text: '3', at: 13 },
      { text: 'times', at: 15 },
    ])
  })

  it('finds words where no spaces stand between them', () => {
    expect(wordsOf('これはペンです').length).toBeGreaterThan(2)
    expect(wordsOf('สวัสดีชาวโลก').length).toBeGreaterThan(1)
  })
})

describe('graphemesOf', () => {
  it('takes a family, a flag and a letter with its accents for one character each', () => {
    expect(graphemesOf('👩‍👩‍👧🇸🇪é')).toEqual(['👩‍👩‍👧', '🇸🇪', 'é'])
  })
})
