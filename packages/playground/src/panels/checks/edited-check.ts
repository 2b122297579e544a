import type { CheckOf, JsonSchema } from '../../checks/check.ts'

export type TextKind = 'equals' | 'contains' | 'not-contains' | 'icontains'

/** With another text; without one it compares with what the case expects. */
export const withText = ({ type }: CheckOf<TextKind>, text: string): CheckOf<TextKind> => (text === '' ? { type } : { type, value: text })

/** In any case or not; other flags stay. */
export function withAnyCase(check: CheckOf<'regex'>, isAny: boolean): CheckOf<'regex'> {
  const { flags: before = '', ...rest } = check
  const flags = before.replaceAll('i', '') + (isAny ? 'i' : '')
  return flags === '' ? rest : { ...rest, flags }
}

/** A schema is an object or a boolean; null is what is neither. */
export function readCheckSchema(text: string): JsonSchema | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'boolean') return value
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** Judged by another model; without one by the service's choice. */
export function withJudge({ model: _before, ...rest }: CheckOf<'rubric'>, model: string | undefined): CheckOf<'rubric'> {
  return model === undefined ? rest : { ...rest, model }
}

/** Null asks for no score: the judge's own word decides. */
export function withThreshold({ threshold: _before, ...rest }: CheckOf<'rubric'>, threshold: number | null): CheckOf<'rubric'> {
  return threshold === null ? rest : { ...rest, threshold }
}
