import { parseSync } from 'vite'

export interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
export const nodeOf = (value: unknown): Node | null => (isNode(value) ? value : null)

/** The tree of a file. *Errors*: throws where the file cannot be parsed. */
export function parsed(path: string, source: string): unknown {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`)
  return program
}

/** A text as it is written out, with `…` for what is put into it; null for anything else. */
export function textOf(node: Node): string | null {
  const value = node['value']
  if (node.type === 'Literal' || node.type === 'JSXText') return typeof value === 'string' ? value : null
  if (node.type !== 'TemplateLiteral') return null
  const quasis = Array.isArray(node['quasis']) ? node['quasis'].filter(isNode) : []
  return quasis.map((quasi) => (quasi['value'] as { readonly cooked?: string }).cooked ?? '').join('…')
}

/** Every node under a value, but for what stands under nodes that are passed over. */
export function* nodesIn(value: unknown, passesOver: (node: Node) => boolean = () => false): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesIn(one, passesOver)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) {
    if (passesOver(value)) return
    yield value
  }
  for (const field of Object.values(value)) if (typeof field === 'object') yield* nodesIn(field, passesOver)
}
