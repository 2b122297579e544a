import { describe, expect, it } from 'vitest'
import { separate } from './separate.ts'

describe('separate', () => {
  it.each([
    ['tags', 'Summarise <text>The cat. The dog.</text> in one sentence', 'The cat. The dog.'],
    ['a fence', 'Count the words:\n```\none two\n```', 'one two'],
    ['triple quotes', 'Sort: """b\na"""', 'b\na'],
    ['an empty line', 'Summarise this:\n\nFirst. Second.\n\nThird.', 'First. Second.\n\nThird.'],
    ['an instruction at the end', 'First. Second.\n\nSummarise the above in one sentence.', 'First. Second.'],
    ['a line', 'Sort the lines\nb\na', 'b\na'],
    ['a colon', 'Convert to upper case: a: b', 'a: b'],
    ['quotation marks', 'Count the words in "one two"', 'one two'],
    ['the end of a sentence', 'Summarise this. The cat sat. It slept.', 'The cat sat. It slept.'],
    ['a lead without a known task', 'Here is the mail:\nDear all', 'Dear all'],
    ['nothing', 'Hello there', ''],
  ])('tells instruction and data apart by %s', (_, text, data) => {
    expect(separate(text).data).toBe(data)
  })

  it('takes a list of options for a part of the instruction', () => {
    const bulleted = separate('Classify the ticket:\n- refund: money back\n- other\n\nTicket: it broke')
    expect(bulleted.data).toBe('Ticket: it broke')
    expect(bulleted.instruction).toContain('refund')
    expect(separate('Classify the text as one of: sports, politics. Text: The match').data).toBe('The match')
    expect(separate('Classify:\n- a: x\n- b: y\nTicket: z').data).toBe('Ticket: z')
  })

  it('does not take for data what is looked for', () => {
    expect(separate('How often does "an" occur in "banana"?').data).toBe('banana')
    expect(separate('Count the letter "r" in strawberry').data).toBe('')
  })

  it('knows whether the border was marked', () => {
    expect(separate('Sort: b, a').isMarked).toBe(true)
    expect(separate('Sort these. b a').isMarked).toBe(false)
  })
})
