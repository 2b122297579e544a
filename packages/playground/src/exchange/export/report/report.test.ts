import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTexts } from '../../../messages/create-texts.ts'
import { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from '../../../state/snapshot.ts'
import { bareRecord } from '../../data/json-object.ts'
import { recognise } from '../../import/recognise.ts'
import type { ExportSource } from '../export-source.ts'
import { fakeResult, fakeRow, fakeSource, fakeVariant } from '../fake-export-source.ts'
import { exportAs } from '../registry.ts'

const reportOf = async (source: ExportSource): Promise<string> => (await exportAs('report', source)).text

const HOSTILE = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><body>',
  '<!-- ',
  ']]>',
  '</details></article></main>',
  '{{constructor}}',
  '\u2028</script >',
  '&lt;b&gt;',
  '<a href="javascript:alert(1)">',
  '__proto__',
]
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string())

/** The tags of a page outside its styles and its data, each as name and attributes. */
function tagsOf(html: string): readonly { readonly name: string; readonly closes: boolean; readonly attributes: readonly string[] }[] {
  const bare = html
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/(<script type="application\/json" id="vitrine-snapshot">)[^<]*<\/script>/, '$1</script>')
  return [...bare.matchAll(/<(\/?)([^\s>]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)].map(([, slash, name = '', rest = '']) => ({
    name,
    closes: slash === '/',
    attributes: [...rest.matchAll(/([a-z-]+)(?:="[^"]*")?/g)].map(([, attribute = '']) => attribute),
  }))
}
const VOID = new Set(['meta', 'input', '!doctype'])
const ELEMENTS = new Set(
  'article b bdi body code dd details div dl dt h1 h2 h3 h4 head header html input label li main meta p script section span summary style title ul !doctype'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  'aria-label charset checked class content data-failed data-unmet dir html http-equiv id lang name role tabindex title type'.split(' '),
)

/** What of a page was not written here: elements and attributes that none of ours has, and what opens or closes out of turn. */
function strangersIn(html: string): readonly string[] {
  const strangers: string[] = []
  const open: string[] = []
  const tags = tagsOf(html)
  for (const { name, closes, attributes } of tags) {
    strangers.push(...attributes.filter((attribute) => !ATTRIBUTES.has(attribute)))
    if (!ELEMENTS.has(name) || (closes && open.pop() !== name)) strangers.push(name)
    if (!closes && !VOID.has(name)) open.push(name)
  }
  // Every angle that is there belongs to a tag that was counted.
  const angles = html.replace(/<style>[^]*?<\/style>/, '').match(/</g)?.length
  return [...strangers, ...open, ...(angles === tags.length ? [] : ['<'])]
}

const sources: fc.Arbitrary<ExportSource> = fc
  .record({ texts: fc.array(hostile, { minLength: 12, maxLength: 12 }), mode: fc.constantFrom('completion' as const, 'chat' as const) })
  .map(({ texts, mode }) => {
    const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = '', k = '', l = ''] = texts
    const cell = {
      thinking: b,
      refusal: c,
      model: d,
      traceId: e,
      failure: { code: f, message: g, meta: { provider_message: h } },
      toolCalls: [{ id: i, type: 'function' as const, function: { name: j, arguments: k } }],
      request: { url: a, body: { [l]: b } },
    }
    return fakeSource({
      name: a,
      mode,
      columns: [c],
      variants: [
        fakeVariant({ name: b, messages: [{ role: 'user', content: [{ type: 'text', text: c }] }], llmConfig: { model: d, stop: [e] } }),
      ],
      rows: [
        fakeRow('1', { [c]: f, [d]: g }, { expected: h, metadata: bareRecord([[i, j]]), history: [{ role: 'assistant', content: k }] }),
      ],
      checks: [{ type: 'contains', value: l }],
      results: [
        {
          ...fakeResult('1', a, cell),
          state: 'failed',
          note: { rating: 'up', text: e },
          outcomes: [{ check: { type: 'regex', pattern: b }, result: { outcome: 'error', reason: { code: 'bad-pattern', message: c } } }],
        },
      ],
      snapshot: { ...EMPTY_SNAPSHOT, mode, rows: [{ data: bareRecord([[c === '' ? 'x' : c, `${d}.`]]) }] },
    })
  })

describe('a report', () => {
  it('is what was written and nothing that a name, an answer or an error put into it', async () => {
    await fc.assert(
      fc.asyncProperty(sources, async (source) => {
        const html = await reportOf(source)
        expect(strangersIn(html)).toEqual([])
        expect(html.match(/<script/gi)).toHaveLength(1)
      }),
      { numRuns: 150 },
    )
  })

  it('shows hostile words as words', async () => {
    const html = await reportOf(fakeSource({ results: [fakeResult('1', HOSTILE[0] ?? '')] }))
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('holds what people said of an answer', async () => {
    const result = { ...fakeResult('1', 'Yes.'), note: { rating: 'down' as const, text: 'Too <b>short</b>.' } }
    const html = await reportOf(fakeSource({ results: [result] }))
    expect(html).toContain('Bad answer')
    expect(html).toContain('Too &lt;b&gt;short&lt;/b&gt;.')
  })

  it('forbids itself everything but its own styles', async () => {
    const html = await reportOf(fakeSource())
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    )
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style'))
  })

  it('says how each variant did', async () => {
    const variants = [fakeVariant(), fakeVariant({ id: 'b', name: 'B', llmConfig: { model: 'demo/writer' } })]
    const times = { sentMs: 100, firstEventMs: 110, firstTokenMs: 200, endMs: 1100 }
    const usage = { inputTokens: 12, outputTokens: 3, totalTokens: 15, source: 'provider' as const }
    const cost = { totalUsd: 0.25, promptUsd: 0.2, completionUsd: 0.05, source: 'table' as const, priceDate: '2026-01-01' }
    const check = { type: 'is-json' as const }
    const results = [
      {
        ...fakeResult('1', 'one', { times, usage, cost }),
        outcomes: [{ check, result: { outcome: 'pass' as const, reason: { code: 'json' as const } } }],
      },
      {
        ...fakeResult('2', 'two', { times, usage, cost }),
        outcomes: [{ check, result: { outcome: 'fail' as const, reason: { code: 'not-json' as const, looksLike: 'other' as const } } }],
      },
      fakeResult('1', '', { state: 'failed', failure: { code: 'rate_limited', message: 'Slow down.' } }, 'b'),
    ]
    const text = (await reportOf(fakeSource({ variants, results }))).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('2 of 2 done')
    expect(text).toContain('0 of 2 done 1 failed')
    expect(text).toContain('Cost $0.500 Median time 1.0s Tokens in 24 Tokens out 6 Checks passed 1 of 2 (50%)')
    expect(text).toContain('TTFT 100ms 1.0s 12 in 3 out')
    expect(text).toContain('Too many requests at once')
    expect(text).toContain('Slow down.')
    expect(text).toContain('Not run')
    expect(text).toContain('All 2')
    expect(text).toContain('Failed 1')
    expect(text).toContain('Checks not passed 1')
  })

  it('masks keys in the requests that it shows, and cuts the data of attachments', async () => {
    const request = {
      method: 'POST',
      url: 'https://api.example.org/v1',
      headers: { authorization: 'Basic dGVzdA==', 'x-api-key': 'abc' },
      body: JSON.stringify({ user: 'sk-abcdefghijklmnop1234', image: `data:image/png;base64,${'A'.repeat(50_000)}`, max_tokens: 5 }),
    }
    const wire = [{ attempt: 1, request, times: { queued: 0, connected: null, firstByte: null, firstToken: null, end: null } }]
    const html = await reportOf(fakeSource({ results: [fakeResult('1', 'x', { wire })] }))
    for (const secret of ['dGVzdA', '&quot;abc&quot;', 'sk-abc', 'A'.repeat(200)]) expect(html).not.toContain(secret)
    expect(html).toContain('&quot;max_tokens&quot;: 5')
    expect(html).toContain('(50022)')
  })

  it('says what it leaves out, and shows in the preview what it is about', async () => {
    const snapshot: PlaygroundSnapshot = {
      ...EMPTY_SNAPSHOT,
      prompt: { ...EMPTY_SNAPSHOT.prompt, llmConfig: { model: 'm', extraBody: { api_key: 'abc', seed: 1 } } },
    }
    const file = await exportAs('report', fakeSource({ results: [fakeResult('1', 'An answer.')], leftOut: 3, snapshot }))
    expect(file.losses).toEqual([
      { code: 'setting-secret', values: { name: 'extraBody.api_key' } },
      { code: 'raw-answers', values: { count: 1 } },
      { code: 'rows-left-out', values: { count: 3 } },
    ])
    expect(file.text).not.toContain('api_key')
    expect(file.fileName).toBe('My-test-report.html')
    expect(file.previewLines[0]).toBe('Report of My test')
    expect(file.previewLines.join('\n')).toMatch(/A {2}openai\/gpt-4o-mini {2}1 of 2 done/)
    expect(file.previewLines.join('\n')).toContain('1 A Done An answer.')
  })

  it('is in the language and the direction of the page that made it', async () => {
    const { text } = await exportAs(
      'report',
      fakeSource({ results: [fakeResult('1', 'x')] }),
      createTexts('ar', { report: { results: 'الحالات' } }),
    )
    expect(text).toContain('<html lang="ar" dir="rtl">')
    expect(text).toContain('الحالات')
  })

  it('holds ten thousand cases in a time that grows with them', async () => {
    const many = (count: number): ExportSource =>
      fakeSource({
        rows: Array.from({ length: count }, (_, at) => fakeRow(String(at), { text: `case ${at}` })),
        results: Array.from({ length: count }, (_, at) => fakeResult(String(at), `answer ${at}`, { request: { url: '/x', body: { at } } })),
      })
    const began = performance.now()
    const file = await exportAs('report', many(10_000))
    expect(performance.now() - began).toBeLessThan(15_000)
    expect(file.pieces?.length).toBeGreaterThan(200)
    expect(file.pieces?.at(-2)).toContain('answer 9999')
  })
})

describe('a conversation in a report', () => {
  it('shows what else was answered at a turn, and what was answered to it and is not in it', async () => {
    const said = (content: string) => ({ role: 'assistant' as const, content })
    const conversation = {
      turns: [{ at: 1, versions: [{ message: said('Here') }, { message: said('Elsewhere') }] }],
      answers: [{ variant: 1, wording: 'ff', versions: [{ message: said('Loose end') }] }],
    }
    const row = fakeRow('1', {}, { history: [{ role: 'user', content: 'Where?' }, said('Here')], conversation })
    const text = await reportOf(fakeSource({ mode: 'chat', rows: [row], variants: [fakeVariant(), fakeVariant({ id: 'b', name: 'B' })] }))
    expect(text.match(/>Here</g)).toHaveLength(1)
    expect(text).toMatch(/Other versions of this message<\/summary>.*Elsewhere/s)
    expect(text).toMatch(/B Answers that are not in the conversation<\/summary>.*Loose end/s)
    expect(await reportOf(fakeSource({ rows: [fakeRow('1', {}, { history: [said('Here')] })] }))).not.toContain('Other versions')
  })
})

describe('a report that is imported', () => {
  const text = fc.oneof(hostile, fc.string({ unit: 'grapheme' })).filter((value) => value !== '')
  const snapshots: fc.Arbitrary<PlaygroundSnapshot> = fc
    .record({
      name: text,
      value: text,
      content: text,
      expected: text,
      stop: text,
      mode: fc.constantFrom('completion' as const, 'chat' as const),
    })
    .map(({ name, value, content, expected, stop, mode }) => ({
      v: 1,
      mode,
      prompt: { messages: [{ role: 'user', content }], llmConfig: { model: 'm', stop }, templateFormat: 'jinja2' },
      checks: [{ type: 'contains', value }],
      rows: [
        {
          data: bareRecord([[name, value]]),
          expected,
          history: [{ role: 'assistant', content }],
          metadata: bareRecord([[name, expected]]),
        },
      ],
    }))

  it('is the playground that it was made of, exactly as its snapshot would be', async () => {
    await fc.assert(
      fc.asyncProperty(snapshots, async (snapshot) => {
        const html = await reportOf(fakeSource({ snapshot, results: [fakeResult('1', snapshot.rows[0]?.expected ?? '')] }))
        const { format, ...back } = await recognise({ name: 'report.html', content: new TextEncoder().encode(html) })
        const { format: _, ...wanted } = await recognise({ name: 'x.json', content: new TextEncoder().encode(JSON.stringify(snapshot)) })
        expect(format).toBe('report')
        expect(back.ok).toBe(true)
        expect(back).toEqual(wanted)
      }),
      { numRuns: 80 },
    )
  })

  it.each([
    ['a page of somebody else', '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>', 'not-a-report'],
    ['a report that was cut', '<html><script type="application/json" id="vitrine-snapshot">{"v":1,', 'not-a-report'],
    [
      'a report with other words in its data',
      '<html><script type="application/json" id="vitrine-snapshot">alert(1)</script>',
      'not-a-report',
    ],
    ['a newer one', '<html><script type="application/json" id="vitrine-snapshot">{"v":2}</script>', 'newer-version'],
    ['one that is none', '<html><script type="application/json" id="vitrine-snapshot">[]</script>', 'wrong-shape'],
    [
      'one that is nested too deep',
      `<html><script type="application/json" id="vitrine-snapshot">${'['.repeat(900)}${']'.repeat(900)}</script>`,
      'too-deep',
    ],
  ])('is refused where it is %s', async (_, content, code) => {
    const recognition = await recognise({ name: 'report.html', content })
    expect(recognition.ok).toBe(false)
    expect(recognition.problems.map((problem) => problem.code)).toContain(code)
  })
})
