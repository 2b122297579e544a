/** An answer that a prompt allows, with what the prompt says about it. */
export interface Option {
  readonly label: string
  readonly description: string
}

const BULLET = /^\s*(?:[-*•–]|\(?(?:\d{1,2}|[a-z])[.)])\s+(\S.*)$/iu
const RULE = /^["'`“*]{0,2}([\p{L}\p{N}][\p{L}\p{N} _/&-]{0,39}?)["'`”*]{0,2}\s*(?::|=>|->|→|—|–|=|\s-\s)\s*(\S.*)$/u
const words = (text: string): number => text.trim().split(/\s+/u).length

export const isBullet = (line: string): boolean => BULLET.test(line)

/** `- refund: wants money back` or `refund -> wants money back`: an option with its rule. */
export function ruleOf(line: string): Option | null {
  const match = RULE.exec((BULLET.exec(line)?.[1] ?? line).trim())
  const label = match?.[1]?.trim()
  return label === undefined || words(label) > 4 ? null : { label, description: match?.[2]?.trim() ?? '' }
}

/** A bare bullet, `- refund`. */
export function bareOptionOf(line: string): Option | null {
  const text = BULLET.exec(line)?.[1]
    ?.trim()
    .replace(/^["'`“*]+|["'`”*.,;]+$/gu, '')
  return text === undefined || text === '' || words(text) > 4 ? null : { label: text, description: '' }
}

/** Whether a block of text is a list of options and nothing else. */
export function isOptionBlock(block: string): boolean {
  const lines = block.split('\n').filter((line) => line.trim() !== '')
  return lines.length >= 2 && lines.every((line) => isBullet(line) || ruleOf(line) !== null)
}
