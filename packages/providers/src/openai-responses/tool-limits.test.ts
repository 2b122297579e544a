import { describe, expect, it } from 'vitest'
import { checkToolLimits, DEFAULT_TOOL_LIMITS } from './tool-limits.ts'

const tiny = (count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, position) => ({ type: 'function', name: `t${position}` }))

/** One tool whose list is exactly so many bytes of JSON. */
function ofBytes(bytes: number, filler = 'x'): readonly unknown[] {
  const empty = Buffer.byteLength(JSON.stringify([{ description: '' }]))
  const width = Buffer.byteLength(filler)
  const description = filler.repeat(Math.floor((bytes - empty) / width))
  return [{ description: description + 'x'.repeat((bytes - empty) % width) }]
}

const check = (tools: readonly unknown[], limits: Partial<typeof DEFAULT_TOOL_LIMITS> = {}) =>
  checkToolLimits(tools, { ...DEFAULT_TOOL_LIMITS, ...limits })

const errorOf = (result: ReturnType<typeof check>): string => (result.ok ? '' : result.error.message)
const warnings = (result: ReturnType<typeof check>): number => (result.ok ? result.notes.length : -1)

describe('REQ-006 limits of tools', () => {
  it('are 16 tools and 32 KB', () => {
    expect(DEFAULT_TOOL_LIMITS).toEqual({ toolsMaxCount: 16, toolsMaxJsonKB: 32, softThreshold: 0.8 })
  })

  it.each([
    [0, 0],
    [12, 0],
    [13, 1],
    [16, 1],
  ])('EC4 %i tools go out with %i warnings', (count, expected) => {
    expect(warnings(check(tiny(count)))).toBe(expected)
  })

  it('EC4 refuse a seventeenth with both figures', () => {
    expect(errorOf(check(tiny(17)))).toMatch(/17.*at most 16/)
  })

  it.each([
    [26_214, 0],
    [26_215, 1],
    [32_768, 1],
  ])('EC4 %i bytes go out with %i warnings', (bytes, expected) => {
    expect(warnings(check(ofBytes(bytes)))).toBe(expected)
  })

  it('ES3 refuse one byte more, with the size in KB and in bytes, and the limit', () => {
    expect(errorOf(check(ofBytes(32_769)))).toMatch(/32\.00 KB of JSON \(32769 bytes\).*32 KB \(32768 bytes\)/)
  })

  it('count bytes of UTF-8, not characters', () => {
    expect(check(ofBytes(32_768, '🙂')).ok).toBe(true)
    expect(check(ofBytes(32_772, '🙂')).ok).toBe(false)
  })

  it('look at the number before the size', () => {
    expect(errorOf(check([...tiny(19), ...ofBytes(40_000)]))).toMatch(/there are 20/)
  })

  it('ES3 refuse what is no JSON', () => {
    const circular: { self?: unknown } = {}
    circular.self = circular
    for (const tools of [[{ big: 1n }], [circular]]) expect(errorOf(check(tools))).toMatch(/invalid tool schema/)
  })

  it('warn of both', () => {
    expect(warnings(check([...tiny(15), ...ofBytes(30_000)]))).toBe(2)
  })

  it('are the operator’s to set', () => {
    expect(check(tiny(40), { toolsMaxCount: 64 })).toMatchObject({ ok: true, notes: [] })
    expect(errorOf(check(tiny(3), { toolsMaxCount: 2 }))).toMatch(/3.*2/)
    expect(warnings(check(tiny(2), { softThreshold: 0.1 }))).toBe(1)
    expect(errorOf(check(ofBytes(2_000), { toolsMaxJsonKB: 1 }))).toMatch(/1\.95 KB.*1 KB \(1024 bytes\)/)
  })
})
