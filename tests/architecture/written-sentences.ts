import { type SpokenWords } from './spoken-words.ts'
import { type Node, isNode, nodeOf, nodesIn, parsed, textOf } from './syntax-tree.ts'

/** Two words, one behind the other. */
const SENTENCE = /\p{L}{2,}[,;:.]?\s+\p{L}{2,}/u

/** What names other files, describes types, tells the bundler something or chooses styles. */
function passesOver(node: Node): boolean {
  if (/^(Import|ExportAll|TSTypeAlias|TSInterface)/.test(node.type)) return true
  if (node.type === 'ExpressionStatement' && typeof node['directive'] === 'string') return true
  return node.type === 'JSXAttribute' && nodeOf(node['name'])?.['name'] === 'className'
}

/**
 * Every text of two words or more that is written out in a file, wherever it goes: a sentence that a pure module makes is read by people
 * as soon as some panel shows it.
 */
export function writtenSentences(path: string, source: string): readonly SpokenWords[] {
  return [...nodesIn(parsed(path, source), passesOver)].flatMap((node) => {
    const text = node.type === 'JSXText' ? null : textOf(node)
    if (text === null || !SENTENCE.test(text)) return []
    return [{ line: source.slice(0, node.start).split('\n').length, place: 'sentence', words: text.trim().replaceAll(/\s+/g, ' ') }]
  })
}

/** The properties of an object that are written out, by name. */
const propertiesOf = (node: Node): ReadonlyMap<unknown, Node | null> =>
  new Map(
    (Array.isArray(node['properties']) ? node['properties'].filter(isNode) : []).map((property) => {
      const key = nodeOf(property['key'])
      return [key?.['name'] ?? key?.['value'], nodeOf(property['value'])]
    }),
  )

/** Failures that are written out with an English message and without their cause as data, which other languages are told by. */
export function wordyFailures(path: string, source: string): readonly number[] {
  return [...nodesIn(parsed(path, source))].flatMap((node) => {
    if (node.type !== 'ObjectExpression') return []
    const held = propertiesOf(node)
    const message = held.get('message')
    const isWordy = held.has('code') && message && SENTENCE.test(textOf(message) ?? '')
    return isWordy && !held.has('meta') && !held.has('cause') ? [source.slice(0, node.start).split('\n').length] : []
  })
}
