import type { Message } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { createReportBuilder } from '../../dialect/settings-report.ts'
import { rulesOf } from '../rules-of.ts'
import { toConversation } from './conversation.ts'

function written(messages: readonly Message[], model = 'claude-sonnet-4-5') {
  const report = createReportBuilder()
  const conversation = toConversation(messages, rulesOf(model), report)
  if (!conversation.ok) throw new Error(conversation.error.message)
  const { dropped, changed } = report.toReport({})
  const { messages: turns, system } = conversation
  return { turns, system, dropped: dropped.map(({ name }) => name), changed: changed.map(({ name }) => name) }
}

const call = { id: 'toolu_1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } } as const
const user = (content: string): Message => ({ role: 'user', content })
const assistant = (content: string): Message => ({ role: 'assistant', content })
const system = (content: string): Message => ({ role: 'system', content })

describe('instructions', () => {
  it('at the beginning go apart, one as text and several as blocks', () => {
    expect(written([system('Be brief.'), user('Hi')])).toEqual({
      turns: [{ role: 'user', content: 'Hi' }],
      system: 'Be brief.',
      dropped: [],
      changed: [],
    })
    expect(written([system('One'), { role: 'developer', content: [{ type: 'text', text: 'Two' }] }, user('Hi')]).system).toEqual([
      { type: 'text', text: 'One' },
      { type: 'text', text: 'Two' },
    ])
  })

  it('later stay where they are for models that take them there', () => {
    const messages = [
      user('Hi'),
      system('Now in German.'),
      { role: 'developer', content: 'And short.' } as const,
      assistant('Hallo'),
      user('Ok'),
      system('Stop.'),
    ]
    expect(written(messages, 'claude-opus-4-8')).toEqual({
      turns: [
        { role: 'user', content: 'Hi' },
        {
          role: 'system',
          content: [
            { type: 'text', text: 'Now in German.' },
            { type: 'text', text: 'And short.' },
          ],
        },
        { role: 'assistant', content: 'Hallo' },
        { role: 'user', content: 'Ok' },
        { role: 'system', content: 'Stop.' },
      ],
      system: undefined,
      dropped: [],
      changed: [],
    })
  })

  it('later are put before the conversation where the model, or their place, allows nothing else, and that is told', () => {
    const between = [system('A'), user('Hi'), system('B'), user('Ho')]
    for (const model of ['claude-sonnet-4-5', 'claude-opus-4-8']) {
      expect(written(between, model)).toEqual({
        turns: [
          {
            role: 'user',
            content: [
              { type: 'text', text: 'Hi' },
              { type: 'text', text: 'Ho' },
            ],
          },
        ],
        system: [
          { type: 'text', text: 'A' },
          { type: 'text', text: 'B' },
        ],
        dropped: [],
        changed: ['messages[2].role'],
      })
    }
    expect(written([user('Hi'), assistant('Ho'), system('B')], 'claude-opus-4-8')).toMatchObject({
      system: 'B',
      changed: ['messages[2].role'],
    })
  })

  it('alone are asked as the user’s', () => {
    expect(written([system('Be brief.'), system('Say hi.')])).toEqual({
      turns: [{ role: 'user', content: 'Say hi.' }],
      system: 'Be brief.',
      dropped: [],
      changed: ['messages'],
    })
    expect(written([system('Say hi.')])).toMatchObject({ turns: [{ role: 'user', content: 'Say hi.' }], system: undefined })
  })

  it('are text only', () => {
    const content = [
      { type: 'text', text: 'See' },
      { type: 'image_url', imageUrl: { url: 'https://x/y.png' } },
    ] as const
    expect(written([{ role: 'system', content }, user('Hi')])).toMatchObject({ system: 'See', dropped: ['messages[0].content[1]'] })
  })
})

describe('turns', () => {
  it('of one speaker are joined', () => {
    expect(written([user('a'), user('b'), assistant('c'), assistant('d')]).turns).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'c' },
          { type: 'text', text: 'd' },
        ],
      },
    ])
  })

  it('of tools are the user’s, before what the user says', () => {
    const messages: readonly Message[] = [
      user('Go'),
      { role: 'assistant', content: 'Let me see', toolCalls: [call, { ...call, id: 'toolu_2', function: { name: 'g', arguments: '' } }] },
      { role: 'tool', toolCallId: 'toolu_1', content: '7' },
      { role: 'tool', toolCallId: 'toolu_2', content: [{ type: 'text', text: 'eight' }] },
      user('And?'),
    ]
    expect(written(messages).turns.slice(1)).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Let me see' },
          { type: 'tool_use', id: 'toolu_1', name: 'f', input: { a: 1 } },
          { type: 'tool_use', id: 'toolu_2', name: 'g', input: {} },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'toolu_1', content: '7' },
          { type: 'tool_result', tool_use_id: 'toolu_2', content: [{ type: 'text', text: 'eight' }] },
          { type: 'text', text: 'And?' },
        ],
      },
    ])
  })

  it('that say nothing are left out, and that is told', () => {
    const messages: readonly Message[] = [
      user('a'),
      { role: 'assistant', content: null },
      user(' \n'),
      { role: 'tool', toolCallId: 't', content: '' },
    ]
    expect(written(messages)).toEqual({
      turns: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'a' },
            { type: 'tool_result', tool_use_id: 't' },
          ],
        },
      ],
      system: undefined,
      dropped: ['messages[1]', 'messages[2]'],
      changed: [],
    })
  })

  it('have no names', () => {
    expect(written([{ ...user('a'), name: 'Ann' }]).dropped).toEqual(['messages[0].name'])
  })

  it('of nobody are refused', () => {
    for (const messages of [[], [user('')], [system(' ')]]) {
      expect(toConversation(messages, rulesOf('m'), createReportBuilder())).toMatchObject({ ok: false, error: { code: 'invalid_request' } })
    }
  })
})
