import { pyTypeName } from '../../../python/type-name.ts'
import { PyObject, type Value } from './value.ts'

/** What Python calls the type of a value. */
export const typeName = (value: Value): string => (value instanceof PyObject ? value.typeName : pyTypeName(value))
