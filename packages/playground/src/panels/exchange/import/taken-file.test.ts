import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES } from '../../../exchange/import/limits.ts'
import { takenFile } from './taken-file.ts'

describe('taking a file', () => {
  it('brings its name and bytes', async () => {
    const taken = await takenFile(new File(['a,b'], 'a.csv', { type: 'text/csv' }))
    expect(taken).toEqual({ kind: 'source', source: { name: 'a.csv', type: 'text/csv', content: new TextEncoder().encode('a,b') } })
  })

  it('refuses one that is too large without reading it', async () => {
    const file = new File([], 'large.csv')
    Object.defineProperty(file, 'size', { value: MAX_FILE_BYTES })
    file.arrayBuffer = () => Promise.reject(new Error('It was read.'))
    expect(await takenFile(file)).toMatchObject({ kind: 'refused', recognition: { ok: false, problems: [{ code: 'file-too-large' }] } })
  })

  it('tells of one that the browser cannot read', async () => {
    const file = new File([], 'folder')
    file.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'))
    expect(await takenFile(file)).toEqual({ kind: 'unreadable' })
  })
})
