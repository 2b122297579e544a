import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_ROLES, type Message } from '@vitrine/contracts'
import { parseTemplate, renderPrompt, renderTemplate } from '@vitrine/templating'
import { bareRecord } from '../data/json-object.ts'
import { literalText } from './literal-text.ts'
import { messageText } from './message-text.ts'
import { readChatMessage } from './read-chat-message.ts'
import { type ConversationRow, splitConversations } from './split-conversations.ts'

const row = (messages: readonly Message[], expected = '', line: number | null = null): ConversationRow => ({ line, messages, expected })
const system = (content: string): Message => ({ role: 'system', content })
const user = (content: string): Message => ({ role: 'user', content })
const assistant = (content: string): Message => ({ role: 'assistant', content })

/** The conversations that prompt and cases send. */
function filledIn(rows: readonly ConversationRow[]): readonly (readonly Message[])[] {
  const split = splitConversations(rows)
  return split.rows.map(({ cells, history = [] }) => {
    const inputs = bareRecord(split.columns.map(({ name }, index) => [name, cells[index] ?? ''] as const))
    const filled = renderPrompt({ format: split.prompt.templateFormat, messages: split.prompt.messages }, inputs)
    return filled.ok ? filled.messages.concat(history) : []
  })
}

describe('splitConversations', () => {
  it('takes what is the same in all for the prompt, and what differs for a variable', () => {
    const split = splitConversations([row([system('Be brief.'), user('a')], 'A', 1), row([system('Be brief.'), user('b')], 'B', 2)])
    expect(split.prompt).toEqual({
      mode: 'completion',
      templateFormat: 'curly',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: '{{user}}' },
      ],
    })
    expect(split.columns.map(({ name }) => name)).toEqual(['user', 'expected'])
    expect(split.rows).toEqual([
      { line: 1, cells: ['a', 'A'] },
      { line: 2, cells: ['b', 'B'] },
    ])
  })

  it('makes the last question a variable also where there is one row', () => {
    expect(splitConversations([row([system('s'), user('q')])]).prompt.messages[1]?.content).toBe('{{user}}')
  })

  it('names several variables of a role apart', () => {
    const split = splitConversations([row([user('a'), assistant('b'), user('c')]), row([user('x'), assistant('y'), user('z')])])
    expect(split.columns.map(({ name }) => name)).toEqual(['user', 'assistant', 'user_2', 'expected'])
  })

  it('takes conversations of different turns for histories under what all begin with', () => {
    const split = splitConversations([row([system('s'), user('a')]), row([system('s'), user('a'), assistant('b'), user('c')])])
    expect(split.prompt).toEqual({ mode: 'chat', templateFormat: 'curly', messages: [{ role: 'system', content: 's' }] })
    expect(split.rows.map(({ history }) => history?.length)).toEqual([1, 3])
  })

  it('keeps parts, calls and names whole, as histories', () => {
    const call: Message = {
      role: 'assistant',
      content: null,
      toolCalls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }],
    }
    const rows = [row([user('a'), call]), row([user('b'), call])]
    expect(splitConversations(rows).prompt.mode).toBe('chat')
    expect(filledIn(rows)).toEqual([
      [user('a'), call],
      [user('b'), call],
    ])
  })

  it('keeps braces that are no placeholders', () => {
    const rows = [row([system('Use {{x}} and {{{{'), user('{{y}}')]), row([system('Use {{x}} and {{{{'), user('z')])]
    expect(filledIn(rows)).toEqual(rows.map(({ messages }) => messages))
  })

  it('gives every conversation again when it is filled in', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[{}a ]{0,8}$/))
    const message = fc.record({ role: fc.constantFrom(...MESSAGE_ROLES), content: text })
    const alike = fc
      .tuple(
        fc.array(fc.tuple(fc.constantFrom(...MESSAGE_ROLES), text, fc.boolean()), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
      )
      .map(([turns, count]) =>
        Array.from({ length: count }, (_, index) =>
          row(turns.map(([role, content, varies]) => ({ role, content: varies ? `${content}${index}` : content }))),
        ),
      )
    const unlike = fc
      .array(fc.array(message, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((rows) => rows.map((messages) => row(messages)))
    fc.assert(
      fc.property(fc.oneof(alike, unlike), (rows) => {
        expect(filledIn(rows)).toEqual(rows.map(({ messages }) => messages))
      }),
    )
  })
})

describe('literalText', () => {
  it('is a template of the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[{}a ]{0,12}$/)), (text) => {
        const template = literalText(text)
        if (template === null) return
        const parsed = parseTemplate('curly', template)
        expect(parsed.ok && renderTemplate(parsed.template, {})).toEqual({ ok: true, text })
      }),
    )
  })

  it('leaves texts alone that have no double braces', () => {
    expect(literalText('{a} }} $x')).toBe('{a} }} $x')
  })
})

describe('messageText', () => {
  it.each<readonly [Message, string]>([
    [{ role: 'user', content: 'a' }, 'a'],
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'image_url', imageUrl: { url: 'u' } },
          { type: 'text', text: 'b' },
        ],
      },
      'ab',
    ],
    [
      { role: 'assistant', content: null, toolCalls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }] },
      '[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]',
    ],
    [{ role: 'assistant' }, ''],
  ])('of %j is %j', (message, text) => {
    expect(messageText(message)).toBe(text)
  })
})

describe('readChatMessage', () => {
  it.each([null, 'x', [], {}, { role: 'critic' }, { role: 5, content: 'x' }, { content: 'x' }])('finds no message in %j', (value) => {
    expect(readChatMessage(value, () => undefined)).toBeNull()
  })

  it('tells of calls that cannot be read, and of a content that is none', () => {
    const told: string[] = []
    const message = readChatMessage(
      { role: 'assistant', content: 5, tool_calls: [{ id: 'x' }, { function: { name: 'f', arguments: { a: 1 } } }] },
      (what) => told.push(what),
    )
    expect(message).toEqual({
      role: 'assistant',
      toolCalls: [{ id: 'call_2', type: 'function', function: { name: 'f', arguments: '{"a":1}' } }],
    })
    expect(told).toEqual(['content', 'tool_calls'])
  })
})
