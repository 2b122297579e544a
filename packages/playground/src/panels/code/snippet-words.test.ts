import { describe, expect, it } from 'vitest'
import type { SnippetNote, SnippetRefusal } from '../../code/snippet.ts'
import { addTexts, createTexts } from '../../messages/create-texts.ts'
import { code } from '../../messages/en/code.ts'
import { sayIn } from '../../messages/use-text.ts'
import { factTexts, noteText, refusalText } from './snippet-words.ts'

const texts = createTexts('en')
addTexts(texts, 'code', code)
const say = sayIn(texts, 'code')

const NOTES: readonly (readonly [SnippetNote, string])[] = [
  [{ code: 'folded-data', paths: ['messages[0].content', 'messages[2].content'] }, 'messages[0].content, messages[2].content'],
  [{ code: 'secret-header', names: ['x-secret'] }, 'x-secret'],
  [{ code: 'secret-in-address' }, '***'],
  [{ code: 'fixed-variable', name: 'tone', reason: 'logic' }, 'tone decides'],
  [{ code: 'fixed-variable', name: 'user', reason: 'structured' }, 'user is more'],
  [{ code: 'fixed-variable', name: 'other', reason: 'not-rendered' }, 'other does not reach'],
  [{ code: 'renamed', name: 'user.name', as: 'user_name' }, 'user.name is called user_name'],
  [{ code: 'rounded-number', paths: ['seed'] }, 'seed'],
  [{ code: 'number-out-of-range', paths: ['x[1]'] }, 'x[1]'],
  [{ code: 'missing-fields', names: ['max_tokens'] }, 'max_tokens'],
  [{ code: 'tool-loop' }, 'stay behind'],
  [{ code: 'lone-surrogate' }, 'half a character'],
  [{ code: 'not-in-argument', name: 'a', what: 'nul' }, 'NUL'],
  [{ code: 'not-in-argument', name: 'b', what: 'lone-surrogate' }, 'U+FFFD'],
]
const REFUSALS: readonly (readonly [SnippetRefusal, string])[] = [
  [{ code: 'other-target' }, 'another request'],
  [{ code: 'other-api', api: 'messages' }, 'another API'],
  [{ code: 'address' }, 'address'],
  [{ code: 'too-deep', depth: 300 }, '300'],
  [{ code: 'no-json-object' }, 'no JSON object'],
]

describe('what a program does not do as the request did', () => {
  it.each(NOTES)('is said in words of its own: %j', (note, part) => {
    expect(noteText(note, say)).toContain(part)
  })

  it('is said in a sentence each, and every one is another', () => {
    const all = [...NOTES.map(([note]) => noteText(note, say)), ...REFUSALS.map(([refusal]) => refusalText(refusal, say))]
    expect(new Set(all).size).toBe(all.length)
    expect(all.filter((text) => !/^[^{}]+\.$|: [^{}]+\.$/.test(text))).toEqual([])
  })

  it('leaves names as they are, whatever is in them', () => {
    const name = '<b>{{count}} $t(copy)'
    expect(noteText({ code: 'fixed-variable', name, reason: 'logic' }, say)).toBe(
      `${name} decides or changes the text, so it stays as it is in this case.`,
    )
  })
})

describe('why there is no program', () => {
  it.each(REFUSALS)('is said: %j', (refusal, part) => {
    expect(refusalText(refusal, say)).toContain(part)
  })
})

describe('what holds for the program as a whole', () => {
  const facts = { keyVariable: 'OPENAI_API_KEY', isDemo: false, hasNoArguments: false }

  it('is where the key comes from, as far as there is one', () => {
    expect(factTexts(facts, 'curl -H "Authorization: Bearer $OPENAI_API_KEY"', say)).toEqual([
      'The key comes from the environment: OPENAI_API_KEY. It is never in the program.',
    ])
    expect(factTexts(facts, 'curl', say)).toEqual([])
  })

  it('is that the demo model takes no key, and that there are no arguments', () => {
    expect(factTexts({ ...facts, isDemo: true }, 'curl -H "Authorization: Bearer $OPENAI_API_KEY"', say)).toEqual([
      expect.stringMatching(/demo model lives inside this service/),
    ])
    expect(factTexts({ ...facts, hasNoArguments: true }, 'curl', say)[0]).toMatch(/filled with this case/)
  })
})
