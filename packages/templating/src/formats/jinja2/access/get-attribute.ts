import { findMethod } from '../methods/find-method.ts'
import { isUnsupportedMethod } from '../methods/unsupported-methods.ts'
import { numberAttribute } from '../methods/number-methods.ts'
import { BuiltIn } from '../values/callable.ts'
import { isMapping, mappingGet } from '../values/mapping.ts'
import { Markup } from '../values/markup.ts'
import { numericOf } from '../values/numeric.ts'
import { Tuple } from '../values/tuple.ts'
import { typeName } from '../values/type-name.ts'
import { Undefined, undefinedMember, unsafeMember } from '../values/undefined.ts'
import { PyObject, type Value } from '../values/value.ts'
import { isUnsafeName } from './unsafe-names.ts'

const isData = (value: Value): boolean =>
  !(value instanceof PyObject) || value instanceof Undefined || value instanceof Markup || value instanceof Tuple || isMapping(value)

/** What Python's `getattr` finds: a method, an attribute, or something the sandbox hides; undefined where it finds nothing. */
export function ownAttribute(value: Value, name: string): Value | undefined {
  const method = findMethod(value, name)
  if (method !== undefined) {
    const isFormat = name === 'format' || name === 'format_map'
    return new BuiltIn(
      'builtin_function_or_method',
      isFormat ? `function str.${name}` : `built-in method ${name} of ${typeName(value)} object`,
      method,
    )
  }
  const data = isData(value)
  if (isUnsafeName(name, data) || isUnsupportedMethod(value, name)) return unsafeMember(typeName(value), name)
  if (value instanceof PyObject) return value.attribute(name)
  return numericOf(value) === undefined ? undefined : numberAttribute(value, name)
}

/** `value.name`: an attribute, else the part under that key, else undefined. */
export function getAttribute(value: Value, name: string): Value {
  const own = ownAttribute(value, name)
  if (own !== undefined) return own
  const part = isMapping(value) ? mappingGet(value, name) : undefined
  return part ?? (value instanceof PyObject ? value.item(name) : undefined) ?? undefinedMember(typeName(value), `attribute "${name}"`)
}
