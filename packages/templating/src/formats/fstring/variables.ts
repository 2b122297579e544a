import type { Placeholder, TemplatePiece, TemplateVariable } from '../../template-format.ts'
import type { Field, FstringNode } from './ast.ts'

/** Every field in source order; those inside a specification follow the field that holds them. */
function* fieldsOf(nodes: readonly FstringNode[]): Iterable<Field> {
  for (const node of nodes) {
    if (node.kind === 'literal') continue
    yield node
    if (typeof node.spec !== 'string') yield* fieldsOf(node.spec)
  }
}

export function variablesOf(nodes: readonly FstringNode[]): readonly TemplateVariable[] {
  const found = new Map<string, TemplateVariable>()
  for (const { root, path, span } of fieldsOf(nodes)) if (!found.has(root)) found.set(root, { name: root, path, span })
  return [...found.values()]
}

export const placeholdersOf = (nodes: readonly FstringNode[]): readonly Placeholder[] =>
  Array.from(fieldsOf(nodes), ({ root, span }) => ({ name: root, kind: 'variable', span }))

const pieceOf = (node: FstringNode): TemplatePiece => {
  if (node.kind === 'literal') return node
  const plain = node.conversion === undefined && node.spec === ''
  const segments = node.subscripts.map((subscript) => (subscript.kind === 'key' ? subscript.key : String(subscript.index)))
  return plain ? { kind: 'variable', segments: [node.root, ...segments], span: node.span } : { kind: 'other', span: node.span }
}

export const piecesOf = (nodes: readonly FstringNode[]): readonly TemplatePiece[] => nodes.map(pieceOf)
