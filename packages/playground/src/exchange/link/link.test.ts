import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from '../../state/snapshot.ts'
import { bareRecord } from '../data/json-object.ts'
import { toBase64url } from './base64url.ts'
import { decodeLink } from './decode-link.ts'
import { deflateText } from './deflate.ts'
import { encodeLink } from './encode-link.ts'
import { MAX_LINK_BYTES, MAX_LINK_MESSAGES, MAX_READ_LINK_BYTES } from './link-limits.ts'
import { LINK_PREFIX } from './link-prefix.ts'

const linkOf = async (value: unknown): Promise<string> => LINK_PREFIX + toBase64url(await deflateText(JSON.stringify(value)))
const codesOf = async (fragment: string): Promise<readonly string[]> => {
  const reading = await decodeLink(fragment)
  return reading?.problems.map(({ code }) => code) ?? ['none of ours']
}
async function opened(fragment: string): Promise<PlaygroundSnapshot> {
  const reading = await decodeLink(fragment)
  if (reading?.ok !== true) throw new Error(`It was refused: ${JSON.stringify(reading?.problems)}`)
  return reading.snapshot
}
/** Letters that no compression makes fewer of. */
const noise = (length: number): string => {
  let seed = 7
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(97 + (seed % 26))
  }).join('')
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 })
const name = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '<script>alert(1)</script>', 'ticket'),
  fc.string({ minLength: 1 }),
)
const texts = fc
  .uniqueArray(fc.tuple(name, fc.string({ minLength: 1 })), { selector: ([key]) => key, maxLength: 4 })
  .map((entries) => bareRecord(entries))
const message = fc.record({
  role: fc.constantFrom('system' as const, 'user' as const, 'assistant' as const),
  content: fc.oneof(text, fc.constant([{ type: 'image_url' as const, imageUrl: { url: 'data:image/png;base64,AAAA' } }])),
})
const snapshots: fc.Arbitrary<PlaygroundSnapshot> = fc.record({
  v: fc.constant(1 as const),
  mode: fc.constantFrom('completion' as const, 'chat' as const),
  prompt: fc.record({
    messages: fc.array(message, { maxLength: 4 }),
    llmConfig: fc.record({
      model: text,
      temperature: fc.double({ min: 0, max: 2, noNaN: true }).map(Math.abs),
      stop: fc.array(text, { maxLength: 2 }),
    }),
    templateFormat: fc.constantFrom('curly' as const, 'jinja2' as const),
  }),
  variants: fc.array(fc.record({ messages: fc.array(message, { maxLength: 2 }), llmConfig: fc.record({ model: text }) }), { maxLength: 5 }),
  columns: fc.array(fc.record({ name, type: fc.constantFrom('number' as const, 'image' as const), place: fc.nat() }), { maxLength: 2 }),
  checks: fc.array(fc.constantFrom({ type: 'is-json' as const }, { type: 'contains' as const, value: '</script>' }), { maxLength: 2 }),
  rows: fc.array(fc.record({ data: texts, history: fc.array(message, { maxLength: 2 }), expected: text, metadata: texts }), {
    maxLength: 5,
  }),
})

describe('a link', () => {
  it('gives back exactly what was put into it, whatever names and texts it holds', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, async (snapshot) => {
        const encoded = await encodeLink(snapshot)
        if (!encoded.ok) throw new Error('So little is never too much.')
        expect(encoded.fragment).toMatch(/^#vitrine=[A-Za-z0-9_-]+$/)
        const back = await opened(encoded.fragment)
        expect(back).toEqual(snapshot)
        expect(back.rows.map(({ data }) => Object.entries(data))).toEqual(snapshot.rows.map(({ data }) => Object.entries(data)))
      }),
      { numRuns: 150 },
    )
  })

  it('keeps half characters, which only JSON can carry', async () => {
    const snapshot: PlaygroundSnapshot = { ...EMPTY_SNAPSHOT, rows: [{ data: { a: '\ud800 and \0' } }] }
    const encoded = await encodeLink(snapshot)
    expect(encoded.ok && (await opened(encoded.fragment))).toEqual(snapshot)
  })

  it('is made up to eight kilobytes, and says how much it would be beyond', async () => {
    const large = await encodeLink({ ...EMPTY_SNAPSHOT, rows: [{ data: { a: noise(40_000) } }] })
    expect(large).toMatchObject({ ok: false, limitBytes: MAX_LINK_BYTES })
    expect(large.bytes).toBeGreaterThan(20_000)
    const repeated = await encodeLink({ ...EMPTY_SNAPSHOT, rows: [{ data: { a: 'the same again '.repeat(5000) } }] })
    expect(repeated.ok).toBe(true)
    expect(repeated.bytes).toBeLessThan(1000)
  })

  it('takes along neither keys nor addresses, and names what it leaves behind', async () => {
    const encoded = await encodeLink({
      ...EMPTY_SNAPSHOT,
      prompt: {
        ...EMPTY_SNAPSHOT.prompt,
        llmConfig: {
          model: 'm',
          extraBody: {
            user: 'u',
            api_base: 'https://x.example',
            api_key: 'k',
            metadata: { note: 'sk-abcdefghijklmnop1234' },
            extra_headers: { a: 'b' },
          },
          tools: [
            { type: 'mcp', server_url: 'https://x.example/mcp', authorization: 'Bearer abcdefghijkl', server_label: 'x' },
            { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: { host: { type: 'string' } } } } },
          ],
        },
      },
    })
    expect(encoded.dropped.toSorted()).toEqual(
      [
        'extraBody.api_base',
        'extraBody.api_key',
        'extraBody.extra_headers',
        'extraBody.metadata.note',
        'tools.authorization',
        'tools.server_url',
      ].toSorted(),
    )
    const { llmConfig } = (await opened(encoded.ok ? encoded.fragment : '')).prompt
    expect(llmConfig.extraBody).toEqual({ user: 'u', metadata: {} })
    expect(llmConfig.tools).toEqual([
      { type: 'mcp', server_label: 'x' },
      { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: { host: { type: 'string' } } } } },
    ])
  })
})

describe('the versions of a conversation in a link', () => {
  const withSettings = (extraBody: Readonly<Record<string, unknown>>): PlaygroundSnapshot => ({
    ...EMPTY_SNAPSHOT,
    rows: [
      {
        data: { base_url: 'https://mine.example' },
        history: [{ role: 'assistant', content: 'one' }],
        conversation: {
          turns: [{ at: 0, versions: [{ message: { role: 'assistant', content: 'sk-mine' }, llmConfig: { model: 'm', extraBody } }] }],
        },
      },
    ],
  })
  it('take along neither keys nor addresses of what they were asked with, and all that was said', async () => {
    const given = withSettings({ base_url: 'https://there.example', api_key: 'k', store: true })
    const link = await encodeLink(given)
    if (!link.ok) throw new Error('It is too long.')
    expect(link.dropped).toEqual(['extraBody.base_url', 'extraBody.api_key'])
    expect((await opened(link.fragment)).rows).toEqual(withSettings({ store: true }).rows)
    const enemy = await decodeLink(await linkOf(given))
    expect(enemy?.problems.map(({ code }) => code)).toEqual(['address-dropped', 'key-dropped'])
    expect(enemy?.ok === true && enemy.snapshot.rows).toEqual(withSettings({ store: true }).rows)
  })
  it('are refused where there are more than a page would hold', async () => {
    const said = { role: 'assistant' as const, content: 'x' }
    const versions = Array.from({ length: MAX_LINK_MESSAGES + 1 }, () => ({ message: said }))
    const rows = [{ data: {}, history: [said], conversation: { turns: [{ at: 0, versions }] } }]
    expect(await codesOf(await linkOf({ ...EMPTY_SNAPSHOT, rows }))).toEqual(['too-many-messages'])
  })
})

describe('a link made by an enemy', () => {
  const good = JSON.parse(JSON.stringify(EMPTY_SNAPSHOT)) as Record<string, unknown>

  it('says where requests go as little as one of ours', async () => {
    const prompt = {
      ...EMPTY_SNAPSHOT.prompt,
      llmConfig: { model: 'm', extraBody: { 'api-base': 'https://x.example', baseURL: 'https://x.example' } },
    }
    const fragment = await linkOf({ ...good, prompt, serviceUrl: 'https://x.example', headers: { authorization: 'x' } })
    const reading = await decodeLink(fragment)
    expect(JSON.stringify(reading?.ok === true && reading.snapshot)).not.toContain('example')
    expect(reading?.problems.map(({ code }) => code)).toEqual(['address-dropped', 'address-dropped', 'not-carried', 'not-carried'])
  })

  it('changes no prototype', async () => {
    const json =
      '{"v":1,"__proto__":{"polluted":1},"mode":"chat","prompt":{"messages":[],"llmConfig":{"model":"m","extraBody":{"__proto__":{"polluted":1}}},"templateFormat":"curly"},"rows":[{"data":{"__proto__":"x"}}]}'
    const { rows, prompt } = await opened(LINK_PREFIX + toBase64url(await deflateText(json)))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.entries(rows[0]?.data ?? {})).toEqual([['__proto__', 'x']])
    expect(Object.getPrototypeOf(prompt.llmConfig.extraBody)).toBe(Object.prototype)
  })

  it('is not unpacked further than is needed to refuse it', async () => {
    const bomb = await deflateText(`"${'0'.repeat(30_000_000)}"`)
    expect(bomb.byteLength).toBeLessThan(MAX_READ_LINK_BYTES)
    const began = performance.now()
    expect(await codesOf(LINK_PREFIX + toBase64url(bomb))).toEqual(['link-unpacks-too-large'])
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it.each([
    ['five megabytes', () => LINK_PREFIX + 'A'.repeat(5_000_000), 'link-too-long'],
    ['letters that no link has', () => `${LINK_PREFIX}<script>`, 'link-damaged'],
    ['nothing', () => LINK_PREFIX, 'link-damaged'],
    ['bytes that are not packed', () => `${LINK_PREFIX}AAAA`, 'link-damaged'],
  ])('is refused where it is %s', async (_, fragment, code) => expect(await codesOf(fragment())).toEqual([code]))

  it.each([
    ['of a newer version', { ...good, v: 2 }, 'newer-version'],
    ['a list', [], 'wrong-shape'],
    ['without a prompt', { v: 1, mode: 'chat', rows: [] }, 'wrong-shape'],
    ['with a message that is none', { ...good, prompt: { ...EMPTY_SNAPSHOT.prompt, messages: [{ role: 'root' }] } }, 'wrong-shape'],
    ['with a column of no kind', { ...good, columns: [{ name: 'a', type: 'code' }] }, 'wrong-shape'],
    ['with a column in no place', { ...good, columns: [{ name: 'a', place: -1 }] }, 'wrong-shape'],
    ['with a variant that is none', { ...good, variants: [{ messages: [], llmConfig: 7 }] }, 'wrong-shape'],
    ['with a mark that is none', { ...good, rows: [{ data: {}, isDisabled: 'no' }] }, 'wrong-shape'],
    ['with too many cases', { ...good, rows: Array.from({ length: 10_001 }, () => ({ data: {} })) }, 'too-many-rows'],
    [
      'with too many columns',
      { ...good, rows: [{ data: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`c${at}`, 'x'])) }] },
      'too-many-columns',
    ],
    [
      'with too many messages',
      { ...good, rows: [{ data: {}, history: Array.from({ length: MAX_LINK_MESSAGES + 1 }, () => ({ role: 'user', content: '' })) }] },
      'too-many-messages',
    ],
  ])('is refused where it is %s', async (_, value, code) => expect(await codesOf(await linkOf(value))).toContain(code))

  it('brings as many variants as there is room for, without what is no good in any of them', async () => {
    const variant = (at: number) => ({
      messages: [{ role: 'user', content: `variant ${at}` }],
      llmConfig: { model: 'm', extraBody: { api_key: 'k', at } },
    })
    const reading = await decodeLink(
      await linkOf({ ...good, variants: Array.from({ length: 9 }, (_, at) => variant(at)), rows: [{ data: {}, isDisabled: true }] }),
    )
    if (reading?.ok !== true) throw new Error('It was refused.')
    expect(reading.snapshot.variants?.map(({ llmConfig }) => llmConfig.extraBody)).toEqual([0, 1, 2, 3, 4].map((at) => ({ at })))
    expect(reading.snapshot.rows).toEqual([{ data: {}, isDisabled: true }])
    expect(reading.problems.map(({ code }) => code)).toContain('not-carried')
  })

  it('is refused where it is nested beyond any stack', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(await codesOf(LINK_PREFIX + toBase64url(await deflateText(deep)))).toEqual(['too-deep'])
  })

  it('is refused, never fallen over, wherever a byte of it was changed', async () => {
    const encoded = await encodeLink(EMPTY_SNAPSHOT)
    const letters = encoded.ok ? encoded.fragment.slice(LINK_PREFIX.length) : ''
    await fc.assert(
      fc.asyncProperty(fc.nat(letters.length - 1), fc.constantFrom('A', 'z', '_', '7', ' ', ''), async (at, letter) => {
        const changed = letters.slice(0, at) + letter + letters.slice(at + 1)
        const reading = await decodeLink(LINK_PREFIX + changed)
        expect(reading?.ok === true || (reading?.problems.length ?? 0) > 0).toBe(true)
      }),
    )
  })

  it.each(['', '#', '#vitrine', '#other=AAAA', 'vitrine=AAAA'])('is none of ours where its fragment is %j', async (fragment) =>
    expect(await decodeLink(fragment)).toBeNull(),
  )
})
