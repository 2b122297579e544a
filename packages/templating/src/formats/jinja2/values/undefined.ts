import type { TemplateCause } from '../../../template-cause.ts'
import { TemplateError } from '../../../template-error.ts'
import { stringRepr } from '../../../python/string-repr.ts'
import { forbidden, refusal } from '../failure.ts'
import { PyObject, type Value } from './value.ts'

const REMEDY = 'Give it a value, or guard it with "is defined" or the default filter.'

/** What stands for a missing value: it prints as nothing and loops over nothing; nearly everything else refuses it. */
export class Undefined extends PyObject {
  readonly typeName = 'Undefined'
  readonly #cause: string
  readonly #unsafe: boolean
  readonly #told: TemplateCause | undefined

  constructor(cause: string, unsafe = false, told?: TemplateCause) {
    super()
    this.#cause = cause
    this.#unsafe = unsafe
    this.#told = told
  }

  /** The error of using it. */
  error(): TemplateError {
    return this.#unsafe ? forbidden(this.#cause) : refusal(`${this.#cause} ${REMEDY}`, this.#told)
  }

  override repr(): string {
    return 'Undefined'
  }

  override str(): string {
    return ''
  }

  override attribute(): Value | undefined {
    throw this.error()
  }

  override item(): Value | undefined {
    throw this.error()
  }

  override iterate(): Iterator<Value, unknown> {
    return [].values()
  }

  override get length(): number {
    return 0
  }
}

export const undefinedName = (name: string): Undefined =>
  new Undefined(`${stringRepr(name)} is undefined.`, false, { kind: 'undefined-name', values: { name } })
export const undefinedMember = (typeName: string, key: string): Undefined => new Undefined(`A value of type '${typeName}' has no ${key}.`)
export const unsafeMember = (typeName: string, name: string): Undefined =>
  new Undefined(`The attribute ${stringRepr(name)} of a value of type '${typeName}' may not be used in a template; remove it.`, true)

/** Throws where a value is missing. */
export function demand(value: Value): void {
  if (value instanceof Undefined) throw value.error()
}
