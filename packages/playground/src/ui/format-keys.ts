const APPLE: ReadonlyMap<string, string> = new Map([
  ['$mod', '⌘'],
  ['Shift', '⇧'],
  ['Alt', '⌥'],
  ['Control', '⌃'],
])
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['$mod', 'Ctrl'],
  ['Control', 'Ctrl'],
])
const NAMED: ReadonlyMap<string, string> = new Map([
  ['Enter', '↵'],
  ['Escape', 'Esc'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
  ['Delete', 'Del'],
  ['Space', 'Space'],
])

/** `$mod+Shift+Enter` as `⇧⌘↵` on Apple's keyboards and `Ctrl Shift ↵` on others. */
export function formatKeys(keys: string, isApple: boolean): string {
  const parts = keys.split('+')
  const modifiers = isApple ? APPLE : ELSEWHERE
  const spelled = parts.map((part) => modifiers.get(part) ?? NAMED.get(part) ?? (part.length === 1 ? part.toUpperCase() : part))
  if (!isApple) return spelled.join(' ')
  const order = ['⌃', '⌥', '⇧', '⌘']
  const sorted = spelled.toSorted((left, right) => ((order.indexOf(left) + 5) % 5) - ((order.indexOf(right) + 5) % 5))
  return sorted.join('')
}
