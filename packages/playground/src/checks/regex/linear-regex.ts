import { RE2JS } from 're2js'
import type { Told } from '../../messages/told.ts'
import { badPatternCause, unsupportedCause } from './pattern-cause.ts'
import { toLinearPattern } from './to-linear-pattern.ts'

/** Where a pattern was found, or why it was not looked for. */
export type RegexSearch =
  | { readonly kind: 'match'; readonly at: number; readonly length: number }
  | { readonly kind: 'no-match' }
  | ({ readonly kind: 'bad-pattern' | 'unsupported-pattern' } & Told)
  | { readonly kind: 'too-much-work' }

export interface LinearRegex {
  /** How many states it has: a search visits at most so many for each letter. */
  readonly states: number
  readonly search: (text: string) => RegexSearch
}

/** Longer ones take too long to read, whatever they say. */
const MAX_PATTERN = 1000
/** States times letters, each ten to fifty nanoseconds: the longest evaluation stays under 250 ms on a busy machine. */
export const MAX_WORK = 2_000_000
/** The rows of a run are held against the same few patterns. */
const MAX_KEPT = 50
const kept = new Map<string, LinearRegex>()
/** Of JavaScript's flags those that change what is found. */
const FLAGS = /^[imsu]*$/

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * A regular expression that takes no longer than its states times the text's letters, and refuses where that is too much: it comes out
 * of an imported file, and is run over what a model wrote. The meaning is that of JavaScript with the flag `u`.
 */
export function linearRegex(source: string, flags = ''): LinearRegex {
  const key = `${flags}/${source}`
  const regex = kept.get(key) ?? compiled(source, flags)
  kept.delete(key)
  kept.set(key, regex)
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  return regex
}

function compiled(source: string, flags: string): LinearRegex {
  const refusal = refusalOf(source, flags)
  if (refusal !== null) return refusing(refusal)
  let regex: RE2JS
  try {
    regex = RE2JS.compile(`${prefixOf(flags)}${RE2JS.translateRegExp(toLinearPattern(source, flags))}`)
  } catch (error) {
    return refusing({ kind: 'unsupported-pattern', message: messageOf(error), cause: unsupportedCause(error) })
  }
  const states = regex.programSize()
  return {
    states,
    search: (text) => {
      if (states * text.length > MAX_WORK) return { kind: 'too-much-work' }
      const matcher = regex.matcher(text)
      return matcher.find() ? { kind: 'match', at: matcher.start(), length: matcher.end() - matcher.start() } : { kind: 'no-match' }
    },
  }
}

const refusing = (refusal: RegexSearch): LinearRegex => ({ states: 0, search: () => refusal })

function refusalOf(source: string, flags: string): RegexSearch | null {
  if (source.length > MAX_PATTERN) return { kind: 'too-much-work' }
  if (!FLAGS.test(flags)) return { kind: 'bad-pattern', message: flags, cause: { kind: 'pattern-flags', values: { flags } } }
  try {
    // Read, never run: the browser's own engine knows best what is a pattern.
    void new RegExp(source, flags)
    return null
  } catch (error) {
    return { kind: 'bad-pattern', message: messageOf(error), cause: badPatternCause(source) }
  }
}

function prefixOf(flags: string): string {
  const own = ['i', 'm', 's'].filter((flag) => flags.includes(flag)).join('')
  return own === '' ? '' : `(?${own})`
}
