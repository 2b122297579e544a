import type { CheckReason, LimitedMeasure } from '../../checks/check-result.ts'
import type { Told } from '../../messages/told.ts'
import { toldOfProblem } from '../../messages/told-of.ts'
import type { Say } from '../../messages/use-text.ts'
import type { CheckFormats } from './check-text.ts'

const NOT_JSON = { empty: 'notJsonEmpty', fenced: 'notJsonFenced', other: 'notJson' } as const

/** Why a check came out as it did, as a sentence. Characters are counted from 1. */
export function reasonText(reason: CheckReason, say: Say<'checks'>, formats: CheckFormats, causeWords: (told: Told) => string): string {
  const figure = (value: number, of: LimitedMeasure): string =>
    of.measure === 'tokens' ? formats.integer(value) : of.measure === 'cost' ? formats.money(value) : formats.duration(value)
  switch (reason.code) {
    case 'same':
      return say(reason.as === 'text' ? 'sameText' : 'sameJson')
    case 'differs':
      return say('differs', { at: formats.integer(reason.at + 1), wanted: reason.wanted })
    case 'found':
      return say('found', { at: formats.integer(reason.at + 1), wanted: reason.wanted })
    case 'not-found':
      return say('notFound', { wanted: reason.wanted })
    case 'matched':
      return say('matched', { at: formats.integer(reason.at + 1), text: reason.text })
    case 'no-match':
      return say('noMatch')
    case 'json':
      return say('json')
    case 'not-json':
      return say(NOT_JSON[reason.looksLike])
    case 'schema-met':
      return say('schemaMet')
    case 'schema-violated':
      return say('schemaViolated', { count: reason.violations.length })
    case 'within':
    case 'over':
      return say(reason.code, { actual: figure(reason.actual, reason.of), limit: figure(reason.limit, reason.of) })
    case 'judged':
      return reason.threshold === null
        ? say('judged', { score: reason.score, reason: reason.reason })
        : say('judgedOf', { score: reason.score, threshold: reason.threshold, reason: reason.reason })
    case 'nothing-expected':
      return say('nothingExpected')
    case 'not-reported':
      return say(`notReported_${reason.measure}`)
    case 'only-estimated':
      return say('onlyEstimated', { actual: figure(reason.actual, reason.of) })
    case 'no-judge':
      return say('noJudge')
    case 'no-rubric':
      return say('noRubric')
    case 'not-judged':
      return say('notJudged')
    case 'judging':
      return say('judging')
    case 'unknown-kind':
      return say('unknownKind', { name: reason.name })
    case 'empty-value':
      return say('emptyValue')
    case 'bad-limit':
      return say('badLimit')
    case 'bad-pattern':
      return say('badPattern', { message: causeWords(reason) })
    case 'unsupported-pattern':
      return say('unsupportedPattern', { message: causeWords(reason) })
    case 'bad-schema':
      return say('badSchema', { message: causeWords(reason) })
    case 'too-much-work':
      return say('tooMuchWork')
    case 'template':
      return say('template', { message: causeWords(toldOfProblem(reason.problem)) })
    case 'judge-failed':
      return say('judgeFailed', { message: causeWords(reason) })
    case 'no-verdict':
      return say('noVerdict', { text: reason.text })
    default:
      return reason satisfies never
  }
}
