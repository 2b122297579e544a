import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '../import/limits.ts'
import { UNWATCHED } from '../import/reading-conditions.ts'
import type { ColumnRole } from '../import/recognition.ts'
import { createReadingSession } from './reading-session.ts'

const a: readonly ColumnRole[] = [{ kind: 'variable', name: 'a' }]

describe('a session that reads', () => {
  it('takes the bytes of a file', async () => {
    const session = createReadingSession(UNWATCHED)
    const outcome = await session.read({ name: 'a.csv', content: new Blob(['\ufeffa\n1']) }, {})
    expect(outcome).toMatchObject({ ok: true, format: 'csv', encoding: 'utf-8', rowCount: 1 })
  })

  it('refuses one that is too large without reading it, and one that the browser cannot read', async () => {
    const session = createReadingSession(UNWATCHED)
    const file = new Blob([])
    file.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    expect(await session.read({ name: 'folder', content: file }, {})).toEqual({
      ok: false,
      format: null,
      problems: [{ code: 'unreadable', severity: 'error', line: null, values: { name: 'folder' } }],
    })
    Object.defineProperty(file, 'size', { value: MAX_FILE_BYTES })
    expect(await session.read({ name: 'a.csv', content: file }, {})).toMatchObject({ ok: false, problems: [{ code: 'file-too-large' }] })
  })

  it('shows the beginnings of the first rows, and keeps the rest', async () => {
    const session = createReadingSession(UNWATCHED)
    const outcome = await session.read({ name: '', content: `a\n${'x'.repeat(5000)}\n2\n3\n4\n5` }, {})
    if (!outcome.ok) throw new Error('It was refused.')
    expect(outcome).not.toHaveProperty('rows')
    expect(outcome.rowCount).toBe(5)
    expect(outcome.firstRows.map(({ cells }) => cells[0]?.length)).toEqual([200, 1, 1])
    expect(session.rows(a, 0, 10).map(({ data }) => data['a']?.length)).toEqual([5000, 1, 1, 1, 1])
    expect(session.rows(a, 3, 1).map(({ data }) => data['a'])).toEqual(['4'])
  })

  it('knows the largest of all rows, conversations included', async () => {
    const session = createReadingSession(UNWATCHED)
    expect(await session.read({ name: '', content: `a,b\n1,2\n${'x'.repeat(50)},yy\n3,4` }, {})).toMatchObject({
      largestRow: { number: 2, bytes: 52 },
    })
    const line = (words: string) =>
      JSON.stringify({ case: words, inputs: { a: '1' }, history: [{ role: 'user', content: words }], output: '' })
    const lines = `${line('short')}\n${line('long '.repeat(20))}`
    const talks = await session.read({ name: 'x-results.jsonl', content: lines }, { format: 'results-jsonl' })
    if (!talks.ok) throw new Error(JSON.stringify(talks.problems))
    expect(talks.largestRow?.number).toBe(2)
    expect(talks.largestRow?.bytes).toBeGreaterThan(100)
    const none = await session.read({ name: '', content: '{"model":"m","messages":[{"role":"user","content":"x"}]}' }, {})
    expect(none).toMatchObject({ ok: true, rowCount: 0, largestRow: null })
  })

  it('hands over long rows a few at a time', async () => {
    const session = createReadingSession(UNWATCHED)
    await session.read({ name: '', content: `a\n${`${'x'.repeat(400_000)}\n`.repeat(6)}` }, {})
    expect(session.rows(a, 0, 6)).toHaveLength(3)
    expect(session.rows(a, 3, 3)).toHaveLength(3)
  })

  it('has no rows of what it refused, or of what it read before', async () => {
    const session = createReadingSession(UNWATCHED)
    await session.read({ name: '', content: 'a\n1' }, {})
    await session.read({ name: '', content: 'a,a\n1,2' }, {})
    expect(session.rows(a, 0, 1)).toEqual([])
  })
})
