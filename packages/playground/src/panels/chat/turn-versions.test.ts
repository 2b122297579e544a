import { describe, expect, it } from 'vitest'
import type { TurnVersion } from '../../state/conversation-memory.ts'
import { placeOfVersion, versionsAt, withVersion } from './turn-versions.ts'

const said = (content: string) => ({ role: 'assistant', content }) as const
const version = (content: string, model?: string): TurnVersion => ({
  message: said(content),
  settings: model === undefined ? null : { model },
})

describe('versions', () => {
  it('hold what stands there now, also where it was edited since', () => {
    expect(versionsAt(undefined, said('A'))).toEqual([version('A')])
    const kept = [version('A', 'm'), version('B', 'n')]
    expect(versionsAt(kept, said('B'))).toBe(kept)
    expect(versionsAt(kept, said('C'))).toEqual([...kept, version('C')])
    expect(placeOfVersion(kept, said('B'))).toBe(1)
    expect(placeOfVersion(kept, said('C'))).toBe(0)
  })
  it('are each there once, and know their settings where anybody did', () => {
    expect(withVersion([version('A')], version('A', 'm'))).toEqual([version('A', 'm')])
    expect(withVersion([version('A', 'm')], version('A'))).toEqual([version('A', 'm')])
    expect(withVersion(undefined, version('A'))).toEqual([version('A')])
    expect(withVersion([version('A')], version('B'))).toHaveLength(2)
  })
  it('are as their provider wrote them', () => {
    const native = { dialect: 'anthropic', items: [{ type: 'thinking' }] }
    const [one] = withVersion([version('A')], { message: { ...said('A'), native }, settings: null })
    expect(one?.message.native).toEqual(native)
  })
})
