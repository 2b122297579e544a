/** Words of a line: plain, the name of a control, or code. */
export interface GuideWords {
  readonly kind: 'plain' | 'control' | 'code'
  readonly text: string
}

export type GuideBlock =
  | { readonly kind: 'title' | 'text'; readonly words: readonly GuideWords[] }
  | { readonly kind: 'steps'; readonly first: number; readonly steps: readonly (readonly GuideWords[])[] }
  | { readonly kind: 'picture'; readonly path: string; readonly words: string }

const PICTURE = /^!\[(.*)\]\((.+)\)$/
const STEP = /^(\d+)\. (.*)$/
const WORDS = /\*\*(.+?)\*\*|`(.+?)`/g

function wordsOf(line: string): readonly GuideWords[] {
  const words: GuideWords[] = []
  let from = 0
  for (const found of line.matchAll(WORDS)) {
    if (found.index > from) words.push({ kind: 'plain', text: line.slice(from, found.index) })
    words.push(found[1] === undefined ? { kind: 'code', text: found[2] ?? '' } : { kind: 'control', text: found[1] })
    from = found.index + found[0].length
  }
  if (from < line.length) words.push({ kind: 'plain', text: line.slice(from) })
  return words
}

/** Reads a page of the guide: the little of Markdown that its pages are written in, a block to a line. */
export function readGuide(text: string): readonly GuideBlock[] {
  const blocks: GuideBlock[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const picture = PICTURE.exec(line)
    const step = STEP.exec(line)
    const last = blocks.at(-1)
    if (picture) blocks.push({ kind: 'picture', words: picture[1] ?? '', path: picture[2] ?? '' })
    else if (line.startsWith('# ')) blocks.push({ kind: 'title', words: wordsOf(line.slice(2)) })
    else if (!step) blocks.push({ kind: 'text', words: wordsOf(line) })
    else if (last?.kind === 'steps') blocks[blocks.length - 1] = { ...last, steps: [...last.steps, wordsOf(step[2] ?? '')] }
    else blocks.push({ kind: 'steps', first: Number(step[1]), steps: [wordsOf(step[2] ?? '')] })
  }
  return blocks
}
