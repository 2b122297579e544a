import type { JsonNode, SlottedText } from './json-node.ts'

interface JsonVisit {
  readonly node: JsonNode
  /** `messages[0].content`; empty at the root. */
  readonly path: string
}

const nameOf = (text: SlottedText): string => text.map((piece) => (typeof piece === 'string' ? piece : '…')).join('')

/** Every node with its place, parents first. */
export function* walkJson(node: JsonNode, path = ''): Generator<JsonVisit> {
  yield { node, path }
  if (node.kind === 'list') for (const [at, item] of node.items.entries()) yield* walkJson(item, `${path}[${at}]`)
  if (node.kind !== 'object') return
  for (const [name, value] of node.members) yield* walkJson(value, path === '' ? nameOf(name) : `${path}.${nameOf(name)}`)
}

/** The texts of a tree, names included. */
export function* textsOf(root: JsonNode): Generator<SlottedText> {
  for (const { node } of walkJson(root)) {
    if (node.kind === 'text') yield node.text
    if (node.kind === 'object') for (const [name] of node.members) yield name
  }
}
