import type { ProviderEvent } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { AnswerParts } from '../dialect/answer-parts.ts'
import { ToolCallReader } from './tool-calls.ts'

type Call = readonly [id: string, name: string, args: string]

function read(...deltas: readonly unknown[]): { calls: Call[]; events: ProviderEvent[] } {
  const events: ProviderEvent[] = []
  const parts = new AnswerParts((event) => events.push(event))
  const reader = new ToolCallReader(parts)
  for (const delta of deltas) reader.read(delta)
  reader.end()
  parts.close()
  const calls = events.flatMap((event): Call[] =>
    event.type === 'part-end' && event.part.kind === 'tool-call' ? [[event.part.id, event.part.name, event.part.arguments]] : [],
  )
  return { calls, events }
}

const named = (index: number | undefined, id: string | undefined, name: string | undefined, args?: unknown): object => ({
  ...(index === undefined ? {} : { index }),
  ...(id === undefined ? {} : { id }),
  type: 'function',
  function: { ...(name === undefined ? {} : { name }), ...(args === undefined ? {} : { arguments: args }) },
})

describe('ToolCallReader', () => {
  const cases: readonly [string, readonly unknown[], readonly Call[]][] = [
    [
      'the usual shape, two at once and interleaved',
      [
        named(0, 'a', 'f', ''),
        named(1, 'b', 'g', ''),
        named(0, undefined, undefined, '{"x"'),
        named(1, undefined, undefined, '{}'),
        named(0, undefined, undefined, ':1}'),
      ],
      [
        ['a', 'f', '{"x":1}'],
        ['b', 'g', '{}'],
      ],
    ],
    ['numbers from 1', [named(1, 'a', 'f', '{'), named(1, undefined, undefined, '}')], [['a', 'f', '{}']]],
    ['a whole call in one delta', [named(0, 'a', 'f', '{"x":1}')], [['a', 'f', '{"x":1}']]],
    [
      'no numbers, told apart by id',
      [named(undefined, 'a', 'f', '{'), named(undefined, 'b', 'g', '['), named(undefined, 'a', undefined, '}')],
      [
        ['a', 'f', '{}'],
        ['b', 'g', '['],
      ],
    ],
    [
      'no numbers, and ids at the beginning alone',
      [
        named(undefined, 'a', 'f'),
        named(undefined, undefined, undefined, '{}'),
        named(undefined, 'b', 'g'),
        named(undefined, undefined, undefined, '[]'),
      ],
      [
        ['a', 'f', '{}'],
        ['b', 'g', '[]'],
      ],
    ],
    [
      'every call numbered 0',
      [named(0, 'a', 'f', '{}'), named(0, 'b', 'g', '[]')],
      [
        ['a', 'f', '{}'],
        ['b', 'g', '[]'],
      ],
    ],
    ['a new id with every piece of one call', [named(0, 'a', 'f', '{'), named(0, 'a2', undefined, '}')], [['a', 'f', '{}']]],
    ['the name said again with every piece', [named(0, 'a', 'get', '{'), named(0, 'a', 'get', '}')], [['a', 'get', '{}']]],
    ['a name in pieces', [named(0, 'a', 'get_'), named(0, undefined, 'weather', '{}')], [['a', 'get_weather', '{}']]],
    ['arguments before the name', [named(0, 'a', undefined, '{'), named(0, undefined, 'f', '}')], [['a', 'f', '{}']]],
    ['an id after the name', [named(0, undefined, 'f', '{'), named(0, 'late', undefined, '}')], [['late', 'f', '{}']]],
    [
      'no id at all',
      [named(0, undefined, 'f', '{}'), named(1, '', 'g', '{}')],
      [
        ['call_0', 'f', '{}'],
        ['call_1', 'g', '{}'],
      ],
    ],
    ['no name at all', [named(0, 'a', undefined, '{}')], [['a', '', '{}']]],
    ['arguments as an object', [named(0, 'a', 'f', { x: [1] })], [['a', 'f', '{"x":[1]}']]],
    [
      'arguments that are null or absent',
      [named(0, 'a', 'f', null), named(1, 'b', 'g')],
      [
        ['a', 'f', ''],
        ['b', 'g', ''],
      ],
    ],
    ['arguments that are cut off', [named(0, 'a', 'f', '{"x":')], [['a', 'f', '{"x":']]],
    ['a custom tool', [{ index: 0, id: 'a', type: 'custom', custom: { name: 'grep', input: 'x+' } }], [['a', 'grep', 'x+']]],
  ]

  it.each(cases)('reads %s', (_, deltas, calls) => {
    expect(read(...deltas).calls).toEqual(calls)
  })

  it('starts a call with its name, and streams its arguments', () => {
    const { events } = read(named(0, 'a', 'f', ''), named(0, undefined, undefined, '{'), named(0, undefined, undefined, '}'))
    expect(events.slice(0, 3)).toEqual([
      { type: 'part-start', index: 0, kind: 'tool-call', id: 'a', name: 'f' },
      { type: 'part-delta', index: 0, delta: '{' },
      { type: 'part-delta', index: 0, delta: '}' },
    ])
  })

  it.each([7, null, 'x', []])('takes nothing from %o', (delta) => {
    expect(read(delta).events).toEqual([])
  })
})
