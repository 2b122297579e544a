/** What is wrong with a file of overrides, and where. */
export interface OverrideProblem {
  /** `models["openai/gpt-4o-mini"].price.input`; empty where it is the whole file. */
  readonly path: string
  /** One clause, for people. */
  readonly message: string
}

export type Fields = Readonly<Record<string, unknown>>

/** Reads a document field by field and remembers what is wrong with it, so that all of it is told at once. */
export interface Reader {
  readonly problems: readonly OverrideProblem[]
  /** An object that has no other keys than these; null, with a problem, where it is none. */
  readonly object: (value: unknown, path: string, keys: readonly string[]) => Fields | null
  readonly text: (value: unknown, path: string) => string | null
  /** A number that is at least zero. */
  readonly amount: (value: unknown, path: string) => number | null
  readonly count: (value: unknown, path: string) => number | null
  /** A day that there is, `YYYY-MM-DD`. */
  readonly day: (value: unknown, path: string) => string | null
  readonly fail: (path: string, message: string) => null
}

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldAt = (path: string, key: string): string => {
  if (path === '') return key
  return /^[a-z_]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`
}

const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export function createReader(): Reader {
  const problems: OverrideProblem[] = []
  const fail = (path: string, message: string): null => {
    problems.push({ path, message })
    return null
  }
  const amount = (value: unknown, path: string): number | null =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : fail(path, 'must be a number of at least 0')
  return {
    problems,
    fail,
    amount,
    object(value, path, keys) {
      if (!isFields(value)) return fail(path, 'must be an object')
      for (const key of Object.keys(value)) {
        if (!keys.includes(key)) fail(fieldAt(path, key), `is no field; there are ${keys.join(', ')}`)
      }
      return value
    },
    text: (value, path) => (typeof value === 'string' && value.trim() !== '' ? value : fail(path, 'must be a text that is not empty')),
    count: (value, path) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : fail(path, 'must be a whole number above 0'),
    day: (value, path) => (typeof value === 'string' && isDay(value) ? value : fail(path, 'must be a day as YYYY-MM-DD')),
  }
}
