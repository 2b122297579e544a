import { pyRepr, type ReprExtension } from './repr.ts'

/**
 * Python's `str`: a string is itself, everything else prints as its `repr`.
 *
 * @throws TemplateError `template_limit` as `pyRepr` does
 */
export const pyStr = (value: unknown, extension?: ReprExtension, maxLength?: number): string =>
  typeof value === 'string' ? value : pyRepr(value, extension, maxLength)
