import type { Told } from '../../messages/told.ts'

/** A pattern in a schema that cannot be looked for. */
export class PatternFault extends Error {
  readonly told: Told
  constructor({ message, cause }: Told) {
    super(message)
    this.told = { message, cause }
  }
}

/** Why the validator cannot use a schema, out of what it throws. */
export function toldOfSchema(error: unknown): Told {
  const message = error instanceof Error ? error.message : String(error)
  const reference = /^Unresolved \$ref "(.*?)"\./s.exec(message)?.[1]
  if (reference !== undefined) return { message, cause: { kind: 'schema-reference', values: { reference } } }
  const uri = /^Duplicate schema URI "(.*)"\.$/s.exec(message)?.[1]
  return uri === undefined ? { message } : { message, cause: { kind: 'schema-twice', values: { uri } } }
}
