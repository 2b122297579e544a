import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SNIPPET_LANGUAGES, type SnippetSource } from '../../code/snippet.ts'
import { writeSnippet } from '../../code/write-snippet.ts'
import { type SnippetLine, snippetLines } from './snippet-lines.ts'

const sourceOf = (to: SnippetSource['to'], url: string, content: string): SnippetSource => ({
  to,
  request: {
    url,
    headers: { authorization: '***' },
    body: JSON.stringify({ model: 'm', max_tokens: 5, messages: [{ role: 'user', content }] }),
  },
  keyVariable: 'A_KEY',
})
const textOf = ({ pieces }: SnippetLine): string => pieces.map(({ text }) => text).join('')
const ofKind = (lines: readonly SnippetLine[], wanted: string): readonly string[] =>
  lines.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === wanted).map(({ text }) => text))

describe('the lines of a program', () => {
  it('are the program again, in every language and with every text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SNIPPET_LANGUAGES), fc.string({ unit: 'grapheme', maxLength: 200 }), (language, content) => {
        const url = language.includes('anthropic') ? 'https://a.test/v1/messages' : 'https://a.test/v1/chat/completions'
        const source = sourceOf(language.startsWith('service-') ? 'service' : 'provider', url, content)
        const snippet = writeSnippet(language, source, { stream: true })
        const lines = snippet.ok ? snippetLines(snippet.code, snippet.syntax) : []
        expect(`${lines.map(textOf).join('\n')}\n`).toBe(snippet.ok ? snippet.code : 'a program')
      }),
    )
  })

  it('tell words of a shell apart', () => {
    const lines = snippetLines(
      `# once\ncurl http://a.test:80/v1 -H "Authorization: $KEY" <<'JSON'\n{"t": "it's #1 for you", "n": -1.5e3, "b": true}\nJSON\n`,
      'shell',
    )
    expect(ofKind(lines, 'comment')).toEqual(['# once'])
    expect(ofKind(lines, 'keyword')).toEqual(['curl'])
    expect(ofKind(lines, 'string')).toEqual(['"Authorization: $KEY"', "'JSON'", '"t"', `"it's #1 for you"`, '"n"', '"b"'])
    expect(ofKind(lines, 'value')).toEqual(['-1.5e3', 'true'])
  })

  it('tell words of Python apart', () => {
    const lines = snippetLines('def complete(*, text: str):\n    return f"a {text}"  # def\nx = [None, 2]\n', 'python')
    expect(ofKind(lines, 'keyword')).toEqual(['def', 'return'])
    expect(ofKind(lines, 'string')).toEqual(['f"a {text}"'])
    expect(ofKind(lines, 'comment')).toEqual(['# def'])
    expect(ofKind(lines, 'value')).toEqual(['None', '2'])
  })

  it('tell words of TypeScript apart, also where a text goes on in the next line', () => {
    const lines = snippetLines('const a = `one ${b}\n// two`\nreturn { for: false, "x": 1 }\n', 'typescript')
    expect(lines.map(({ pieces }) => pieces.length)).toEqual([3, 1, 8])
    expect(ofKind(lines, 'string')).toEqual(['`one ${b}', '// two`', '"x"'])
    expect(ofKind(lines, 'comment')).toEqual([])
    expect(ofKind(lines, 'value')).toEqual(['false', '1'])
  })

  it('keep empty lines, and have none after the last line end', () => {
    expect(snippetLines('import os\n\n\nx\n', 'python').map(textOf)).toEqual(['import os', '', '', 'x'])
  })

  it('are cut where they are data, and say by how much', () => {
    const [line, next] = snippetLines(`x = "${'a'.repeat(100_000)}"\ny\n`, 'python')
    expect(line && textOf(line).length).toBe(1_000)
    expect(line?.hidden).toBe(100_006 - 1_000)
    expect(next).toEqual({ pieces: [{ kind: 'plain', text: 'y' }], hidden: 0 })
  })

  it.each([80_000, 500_000])('are found without looking twice at %i backslashes and quotes', (times) => {
    const code = `${'\\"'.repeat(times)}\n${'"\\'.repeat(times)}\n${'`\\'.repeat(times)}\n`
    for (const syntax of ['shell', 'python', 'typescript'] as const) expect(snippetLines(code, syntax)).toHaveLength(3)
  })
})
