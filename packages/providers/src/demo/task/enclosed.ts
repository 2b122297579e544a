const OPENING = /<(\p{L}[\w-]{0,40})(?:\s[^<>]{0,200})?>/gu
const FENCED = /```[^\n`]{0,40}\n([\s\S]*?)```|"""([\s\S]*?)"""|```([^\n`]+)```/gu

interface Stretch {
  readonly text: string
  readonly at: number
  readonly end: number
}

function inTags(text: string): readonly Stretch[] {
  const found: Stretch[] = []
  // A name that is never closed again is not looked for a second time.
  const unclosed = new Set<string>()
  let after = 0
  for (const { 0: tag, 1: name = '', index } of text.matchAll(OPENING)) {
    if (index < after || unclosed.has(name)) continue
    const closing = `</${name}>`
    const close = text.indexOf(closing, index + tag.length)
    if (close === -1) {
      unclosed.add(name)
      continue
    }
    after = close + closing.length
    found.push({ text: text.slice(index + tag.length, close), at: index, end: after })
  }
  return found
}

const inFences = (text: string): readonly Stretch[] =>
  Array.from(text.matchAll(FENCED), (match) => ({
    text: match.slice(1).find((group) => group !== undefined) ?? '',
    at: match.index,
    end: match.index + match[0].length,
  }))

/** Data in tags or, where there are none, in fences, which the writer of a prompt put there to mark it; `rest` is what stands around. */
export function enclosedIn(text: string): { readonly rest: string; readonly pieces: readonly string[] } {
  const tagged = inTags(text)
  const stretches = tagged.length > 0 ? tagged : inFences(text)
  const rest = stretches.map(({ at }, index) => text.slice(stretches[index - 1]?.end ?? 0, at))
  return { rest: [...rest, text.slice(stretches.at(-1)?.end ?? 0)].join(' ').trim(), pieces: stretches.map((stretch) => stretch.text) }
}
