import { describe, expect, it } from 'vitest'
import { rowValues } from '../../state/row-values.ts'
import { MAX_PLACED_ROWS } from '../import/limits.ts'
import { recognise } from '../import/recognise.ts'
import type { Recognised } from '../import/recognition.ts'
import { autoMap } from './auto-map.ts'
import { type Current, place } from './place.ts'

async function recognised(content: string, name = 'a.csv'): Promise<Recognised> {
  const recognition = await recognise({ name, content })
  if (!recognition.ok) throw new Error(JSON.stringify(recognition.problems))
  return recognition
}

interface Row {
  readonly id: string
  readonly data: Readonly<Record<string, string>>
  readonly history: readonly []
}
const row = (id: string, data: Record<string, string>): Row => ({ id, data: rowValues(Object.entries(data)), history: [] })
const nothing: Current<Row> = { columns: ['text'], rows: [row('1', {})] }
const something: Current<Row> = { columns: ['text'], rows: [row('1', { text: 'old' }), row('2', {})] }

const roles = async (header: string, known: readonly string[] = []) =>
  autoMap(await recognised(`${header}\n${header.replaceAll(/[^,]+/g, 'x')}`), known).columns

describe('autoMap', () => {
  it('takes a column for the variable of its name', async () => {
    expect(await roles('text,language', ['text', 'language'])).toEqual([
      { kind: 'variable', name: 'text' },
      { kind: 'variable', name: 'language' },
    ])
  })

  it('finds a variable that is written a little differently, where only one is', async () => {
    expect(await roles('User Name,TEXT', ['user_name', 'text'])).toEqual([
      { kind: 'variable', name: 'user_name' },
      { kind: 'variable', name: 'text' },
    ])
    expect(await roles('user name', ['user_name', 'user-name'])).toEqual([{ kind: 'variable', name: 'user name' }])
  })

  it.each(['expected', 'Expected', 'expected_output', 'ideal', 'Ground Truth', 'reference_answer'])(
    'takes %s for what is expected',
    async (name) => {
      expect(await roles(`text,${name}`)).toEqual([
        { kind: 'variable', name: 'text' },
        { kind: 'expected', typed: false },
      ])
    },
  )

  it('takes a variable of the prompt for one, also under such a name', async () => {
    expect(await roles('expected', ['expected'])).toEqual([{ kind: 'variable', name: 'expected' }])
  })

  it('knows the columns of promptfoo', async () => {
    expect(
      await roles(
        '__expected,__expected1,__description,__metadata:owner,__metadata:tags[],__config:__expected1:threshold,__metric,__prefix',
      ),
    ).toEqual([
      { kind: 'expected', typed: true },
      { kind: 'expected', typed: true },
      { kind: 'metadata', key: 'description' },
      { kind: 'metadata', key: 'owner' },
      { kind: 'metadata', key: 'tags' },
      { kind: 'check-option', option: 'threshold', column: '__expected1' },
      { kind: 'ignore' },
      { kind: 'ignore' },
    ])
  })

  it('takes metadata by its mark, and everything else for a variable', async () => {
    expect(await roles('metadata.source,notes', ['text'])).toEqual([
      { kind: 'metadata', key: 'source' },
      { kind: 'variable', name: 'notes' },
    ])
  })

  it('never fills one variable from two columns', async () => {
    expect(await roles('text,Text', ['text'])).toEqual([
      { kind: 'variable', name: 'text' },
      { kind: 'variable', name: 'Text' },
    ])
    expect(await roles('Text,text', ['text'])).toEqual([{ kind: 'variable', name: 'text' }, { kind: 'ignore' }])
  })
})

describe('place', () => {
  const put = async (content: string, current: Current<Row>, how: 'append' | 'replace', known: readonly string[] = ['text']) => {
    const recognition = await recognised(content)
    return place(current, recognition, autoMap(recognition, known), how)
  }

  it('puts rows behind those that are there, which stay the same objects', async () => {
    const { rows, columns, leftOut } = await put('text,more\nnew,x', something, 'append')
    expect(rows.slice(0, 2)).toEqual(something.rows)
    expect(rows[0]).toBe(something.rows[0])
    expect(rows[2]).toEqual({
      data: rowValues([
        ['text', 'new'],
        ['more', 'x'],
      ]),
      history: [],
    })
    expect(columns).toEqual(['text', 'more'])
    expect(leftOut).toBe(0)
  })

  it('puts rows in the place of those that are there', async () => {
    const { rows, columns } = await put('more\nx', something, 'replace')
    expect(rows).toEqual([{ data: rowValues([['more', 'x']]), history: [] }])
    expect(columns).toEqual(['more'])
  })

  it('replaces a table of empty rows either way', async () => {
    expect((await put('text\nnew', nothing, 'append')).rows).toHaveLength(1)
  })

  it('leaves out rows for which there is no room, and says how many', async () => {
    const many = `text\n${'x\n'.repeat(MAX_PLACED_ROWS + 5)}`
    const placed = await put(many, something, 'append')
    expect(placed.rows).toHaveLength(MAX_PLACED_ROWS)
    expect(placed.leftOut).toBe(7)
    expect((await put(many, something, 'replace')).leftOut).toBe(5)
  })

  it('leaves what is empty without a value, and takes names of prototypes for names', async () => {
    const { rows } = await put('text,__proto__,constructor\n,p,c', nothing, 'replace')
    expect(Object.entries(rows[0]?.data ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ])
  })

  it('keeps a value of any name that a file of ours has marked', async () => {
    const { rows } = await put('text,"input:""__proto__"""\nx,p', nothing, 'replace')
    expect(Object.entries(rows[0]?.data ?? {})).toEqual([
      ['text', 'x'],
      ['__proto__', 'p'],
    ])
    expect(Object.getPrototypeOf(rows[0]?.data)).toBeNull()
  })

  it('keeps what is expected as it is, without a check of it', async () => {
    const { rows } = await put('text,expected\nx,contains: y', nothing, 'replace')
    expect(rows[0]).toEqual({ data: rowValues([['text', 'x']]), history: [], expected: 'contains: y' })
  })

  it('makes checks of typed cells, with their thresholds', async () => {
    const { rows } = await put(
      'text,__expected,__expected1,__expected2,__config:__expected2:threshold\nx,Hola,contains: o,llm-rubric: good,0.9',
      nothing,
      'replace',
    )
    expect(rows[0]).toEqual({
      data: rowValues([['text', 'x']]),
      history: [],
      expected: 'Hola',
      checks: [{ type: 'equals' }, { type: 'contains', value: 'o' }, { type: 'rubric', rubric: 'good', threshold: 0.9 }],
    })
  })

  it('makes metadata a record of its own', async () => {
    const { rows } = await put('text,__description,__metadata:owner\nx,A case,ada\ny,,', nothing, 'replace')
    expect(rows.map((placed) => ('metadata' in placed ? Object.entries(placed.metadata ?? {}) : null))).toEqual([
      [
        ['description', 'A case'],
        ['owner', 'ada'],
      ],
      null,
    ])
  })

  it('follows the mapping that somebody made', async () => {
    const recognition = await recognised('a,b,c\n1,2,3')
    const mapping = {
      columns: [{ kind: 'ignore' }, { kind: 'variable', name: 'text' }, { kind: 'metadata', key: 'k' }] as const,
      variants: [],
      takesChecks: false,
    }
    expect(place(nothing, recognition, mapping, 'replace').rows).toEqual([
      { data: rowValues([['text', '2']]), history: [], metadata: Object.assign(Object.create(null), { k: '3' }) },
    ])
  })

  it('takes the prompt of a request and leaves the cases as they are', async () => {
    const recognition = await recognised('{"model":"gpt-4o","messages":[{"role":"user","content":"Hi {{text}}"}],"temperature":0}', '')
    const placed = place(something, recognition, autoMap(recognition, ['text']), 'replace')
    expect(placed.rows).toEqual(something.rows)
    expect(placed.prompt).toEqual({ mode: 'completion', messages: [{ role: 'user', content: 'Hi {{text}}' }], templateFormat: 'curly' })
    expect(placed.settings).toEqual({ model: 'gpt-4o', temperature: 0 })
    expect(placed.variants).toHaveLength(1)
  })

  it('takes no prompt where none is wanted', async () => {
    const recognition = await recognised('{"model":"gpt-4o","messages":[{"role":"user","content":"Hi"}]}', '')
    const placed = place(something, recognition, { ...autoMap(recognition, []), variants: [] }, 'replace')
    expect(placed).toEqual({ columns: ['text'], rows: something.rows, variants: [], leftOut: 0 })
  })

  it('adds checks to those that are there, none twice, and replaces them with the rows', async () => {
    const recognition = await recognised(
      'prompts: [hi]\ntests: [{vars: {a: 1}}]\ndefaultTest: {assert: [{type: is-json}, {type: contains, value: x}]}',
      'a.yaml',
    )
    const current: Current<Row> = { ...something, checks: [{ type: 'is-json' }, { type: 'max-tokens', maxTokens: 9 }] }
    const mapping = autoMap(recognition, [])
    expect(place(current, recognition, mapping, 'append').checks).toEqual([
      { type: 'is-json' },
      { type: 'max-tokens', maxTokens: 9 },
      { type: 'contains', value: 'x' },
    ])
    expect(place(current, recognition, mapping, 'replace').checks).toEqual([{ type: 'is-json' }, { type: 'contains', value: 'x' }])
    expect(place(current, recognition, { ...mapping, takesChecks: false }, 'replace').checks).toBeUndefined()
  })

  it('changes nothing of what it is given', async () => {
    const before = JSON.stringify(something)
    await put('text,more\nnew,x', something, 'append')
    await put('text,more\nnew,x', something, 'replace')
    expect(JSON.stringify(something)).toBe(before)
  })
})
