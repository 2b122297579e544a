import { isFields, isOneOf, isText, isTextOrAbsent } from './field-checks.ts'
import type { Part, PartKind } from './stream-event.ts'

export const isPartKind = isOneOf<PartKind>(['thinking', 'text', 'refusal', 'tool-call'])

/** Reads a finished part; null where it is not one. */
export function partFromWire(value: unknown): Part | null {
  if (!isFields(value)) return null
  const { kind, text, annotations, signature, redacted, id, name } = value
  const callArguments = value['arguments']
  switch (kind) {
    case 'text':
      if (!isText(text)) return null
      if (annotations === undefined || annotations === null) return { kind, text }
      return Array.isArray(annotations) ? { kind, text, annotations } : null
    case 'thinking':
      if (!isText(text) || !isTextOrAbsent(signature) || !isTextOrAbsent(redacted)) return null
      return { kind, text, ...(isText(signature) ? { signature } : {}), ...(isText(redacted) ? { redacted } : {}) }
    case 'refusal':
      return isText(text) ? { kind, text } : null
    case 'tool-call':
      return isText(id) && isText(name) && isText(callArguments) ? { kind, id, name, arguments: callArguments } : null
    default:
      return null
  }
}
