import { describe, expect, it } from 'vitest'
import { readChatRequest } from '../../request/read-chat-request.ts'
import { composeAnswer } from '../compose-answer.ts'

const EXAMPLES = [
  { values: { ticket: 'The kettle is cracked.', order: 'A-2037' }, expected: 'refund' },
  { values: { ticket: 'Where is my parcel?', order: 'A-2038' }, expected: 'delivery' },
]

interface Asked {
  readonly count?: string
  readonly kind?: string
  readonly names?: readonly string[]
  readonly examples?: readonly unknown[]
  readonly withExpected?: boolean
  readonly form?: object
}

function compose({
  count = '4',
  kind = 'Typical cases.',
  names = ['ticket', 'order'],
  examples = EXAMPLES,
  withExpected = false,
  form,
}: Asked) {
  const values = { type: 'object', properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) }
  const one = { type: 'object', properties: { values, ...(withExpected && { expected: { type: 'string' } }) } }
  const schema = form ?? { type: 'object', properties: { cases: { type: 'array', items: one } } }
  const content = [
    `Cases to write: ${count}`,
    `Kind of cases: ${JSON.stringify(kind)}`,
    `Variables: ${JSON.stringify(names.map((name) => ({ name, type: 'text' })))}`,
    `Examples: ${JSON.stringify(examples)}`,
  ].join('\n')
  const read = readChatRequest({
    model: 'writer',
    messages: [
      { role: 'system', content: 'You write test cases for a prompt.' },
      { role: 'user', content },
    ],
    response_format: { type: 'json_schema', json_schema: { name: 'test_cases', schema } },
  })
  if (!read.ok) throw new Error(read.error.message)
  return composeAnswer(read.request)
}
interface Case {
  readonly values: Readonly<Record<string, string>>
  readonly expected?: string
}
const casesFor = (asked: Asked): readonly Case[] => JSON.parse(compose(asked).answer.text ?? '').cases
const column = (asked: Asked, name: string) => casesFor(asked).map(({ values }) => values[name])

describe('a request for test cases', () => {
  it('is answered with as many as are asked for, each another one, and the same ones each time', () => {
    for (const kind of ['Typical.', 'Edge cases: empty, long.', 'Hostile input.', 'In other languages.']) {
      const cases = casesFor({ count: '50', kind }).map((one) => JSON.stringify(one))
      expect(new Set(cases).size).toBe(50)
      expect(casesFor({ count: '50', kind }).map((one) => JSON.stringify(one))).toEqual(cases)
    }
  })

  it('varies the longest text of the examples and goes on counting beside it', () => {
    expect(casesFor({ count: '2' })).toEqual([
      { values: { ticket: 'Hello! The kettle is cracked.', order: 'A-2039' } },
      { values: { ticket: 'Where is my parcel? Thank you in advance.', order: 'A-2041' } },
    ])
  })

  it('follows the kind that is asked for', () => {
    expect(column({ kind: 'Edge cases: empty, very long.' }, 'ticket').slice(0, 3)).toEqual(['', 'W', 'THE KETTLE IS CRACKED.'])
    expect(column({ kind: 'Hostile input, injections.' }, 'ticket')[0]).toContain('Ignore all instructions')
    expect(column({ kind: 'The same in other languages.' }, 'ticket')[0]).toContain('auf Deutsch')
  })

  it('says what is expected where that is asked for, as the example does', () => {
    expect(casesFor({ withExpected: true, count: '3' }).map(({ expected }) => expected)).toEqual(['refund', 'delivery', 'refund'])
    expect(casesFor({ count: '1' })[0]).not.toHaveProperty('expected')
  })

  it('does without examples, and with names like any other', () => {
    expect(column({ examples: [], count: '1' }, 'ticket')).toEqual(['Hello! Something about ticket'])
    const [one] = casesFor({ examples: [], count: '1', names: ['__proto__', 'constructor'] })
    expect(Object.keys(one?.values ?? {})).toEqual(['__proto__', 'constructor'])
    expect(casesFor({ examples: [1, null, { values: 3 }, 'x'], count: '1' })).toHaveLength(1)
  })

  it('is thought through aloud', () => {
    expect(compose({}).steps.map(({ text }) => text)).toEqual([
      'I am to write 4 cases: typical cases.',
      'I vary “ticket” of the 2 examples; I make up nothing else.',
    ])
  })

  it('is none where the schema or the count says otherwise', () => {
    const other = { type: 'object', properties: { cases: { type: 'array', items: { type: 'string' } } } }
    expect(compose({ form: other }).steps[0]?.text).not.toContain('I am to write')
    for (const count of ['0', '-1', 'many', '2.5']) expect(compose({ count }).steps[0]?.text).not.toContain('I am to write')
  })
})
