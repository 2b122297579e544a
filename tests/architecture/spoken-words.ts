import { type Node, isNode, nodeOf, nodesIn, parsed, textOf } from './syntax-tree.ts'

/** A text in the code that a person would read, and not out of a catalogue. */
export interface SpokenWords {
  readonly line: number
  /** Where it stands: the name of the attribute or property, the function it is given to, or `text` for what an element holds. */
  readonly place: string
  readonly words: string
}

/** Attributes and properties whose texts are read, or read out. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'closeLabel',
  'description',
  'detail',
  'disabledReason',
  'heading',
  'hint',
  'label',
  'message',
  'more',
  'placeholder',
  'reason',
  'title',
  'tooltip',
])
/** Functions that show what they are given. */
const SHOWING = /^(toast|notify|announce|alert|confirm|prompt|showToast|addToast)$/

const nameOf = (key: Node | null): string => {
  const name = key?.['name'] ?? key?.['value']
  if (isNode(name)) return nameOf(name)
  return typeof name === 'string' ? name : ''
}

/** Words, not names in code: two letters in a row, and either a space between words or a capital at the beginning of one. */
const isSpoken = (text: string): boolean => /\p{L}{2,}\s+\S*\p{L}/u.test(text) || /^\s*\p{Lu}\p{Ll}+(?:[\s.!?…]|$)/u.test(text)

/** The texts that an expression can come to, as far as they are written out in it. */
function textsOf(node: Node | null): readonly (readonly [Node, string])[] {
  if (node === null) return []
  const text = textOf(node)
  if (text !== null) return [[node, text]]
  if (node.type === 'ConditionalExpression') return [...textsOf(nodeOf(node['consequent'])), ...textsOf(nodeOf(node['alternate']))]
  if (node.type === 'LogicalExpression') return [...textsOf(nodeOf(node['left'])), ...textsOf(nodeOf(node['right']))]
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    return [...textsOf(nodeOf(node['left'])), ...textsOf(nodeOf(node['right']))]
  }
  if (['JSXExpressionContainer', 'TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression'].includes(node.type)) {
    return textsOf(nodeOf(node['expression']))
  }
  return []
}

/** Where a node says something to people, and in which of its parts. */
function sayingsOf(node: Node): readonly (readonly [place: string, part: Node])[] {
  if (node.type === 'JSXAttribute') {
    const name = nameOf(nodeOf(node['name']))
    const value = nodeOf(node['value'])
    return READ.has(name) && value !== null ? [[name, value]] : []
  }
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const children = Array.isArray(node['children']) ? node['children'].filter(isNode) : []
    return children.filter(({ type }) => type === 'JSXText' || type === 'JSXExpressionContainer').map((child) => ['text', child] as const)
  }
  if (node.type === 'Property') {
    const name = nameOf(nodeOf(node['key']))
    const value = nodeOf(node['value'])
    return READ.has(name) && value !== null ? [[name, value]] : []
  }
  if (node.type === 'CallExpression') {
    const name = nameOf(nodeOf(node['callee']))
    const given = Array.isArray(node['arguments']) ? node['arguments'].filter(isNode) : []
    return SHOWING.test(name) ? given.map((one) => [name, one] as const) : []
  }
  return []
}

/** The texts of a file that people read and that come from no catalogue. *Errors*: throws where the file cannot be parsed. */
export function spokenWords(path: string, source: string): readonly SpokenWords[] {
  const found = [...nodesIn(parsed(path, source))].flatMap((node) =>
    sayingsOf(node).flatMap(([place, part]) =>
      textsOf(part)
        .filter(([, words]) => (place === 'text' ? /\p{L}{2,}/u.test(words) : isSpoken(words)))
        .map(([at, words]) => ({ line: source.slice(0, at.start).split('\n').length, place, words: words.trim().replaceAll(/\s+/g, ' ') })),
    ),
  )
  return found
}
