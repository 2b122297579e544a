import { describe, expect, it } from 'vitest'
import { CHECK_TYPES, type Check } from '../../checks/check.ts'
import type { CheckReason } from '../../checks/check-result.ts'
import { checks as texts } from '../../messages/en/checks.ts'
import { addTexts, createTexts } from '../../messages/create-texts.ts'
import { sayIn } from '../../messages/use-text.ts'
import { formatInteger } from '../../ui/format/format-count.ts'
import { formatDuration } from '../../ui/format/format-duration.ts'
import { formatMoney } from '../../ui/format/format-money.ts'
import { checkText, KIND_TEXTS } from './check-text.ts'
import { reasonText } from './reason-text.ts'

const instance = createTexts('en')
addTexts(instance, 'checks', texts)
const say = sayIn(instance, 'checks')
const formats = {
  money: (usd: number | null) => formatMoney(usd, 'en'),
  duration: (durationMs: number | null) => formatDuration(durationMs, 'en'),
  integer: (value: number) => formatInteger(value, 'en'),
}

describe('checkText', () => {
  it.each([
    [{ type: 'equals' }, 'equals what is expected'],
    [{ type: 'equals', value: 'a' }, 'equals “a”'],
    [{ type: 'contains' }, 'contains what is expected'],
    [{ type: 'contains', value: 'x'.repeat(40) }, `contains “${'x'.repeat(32)}…”`],
    [{ type: 'not-contains' }, 'does not contain what is expected'],
    [{ type: 'not-contains', value: 'a' }, 'does not contain “a”'],
    [{ type: 'icontains' }, 'contains what is expected, in any case'],
    [{ type: 'icontains', value: 'a' }, 'contains “a”, in any case'],
    [{ type: 'regex', pattern: 'a+', flags: 'i' }, 'matches /a+/i'],
    [{ type: 'is-json' }, 'is JSON'],
    [{ type: 'matches-schema', schema: true }, 'matches the schema'],
    [{ type: 'max-tokens', maxTokens: 1200 }, '≤ 1,200 tokens of output'],
    [{ type: 'max-tokens', maxTokens: 5, count: 'total' }, '≤ 5 tokens in all'],
    [{ type: 'max-cost', maxCostUsd: 0.01 }, 'costs ≤ $0.0100'],
    [{ type: 'max-latency', maxLatencyMs: 5000 }, 'takes ≤ 5.0s'],
    [{ type: 'rubric', rubric: 'Polite?' }, 'rubric “Polite?”'],
    [{ type: 'rubric', rubric: ' ' }, 'a rubric'],
    [{ type: 'unknown', name: 'similar', source: null }, 'similar'],
  ] as const satisfies readonly (readonly [Check, string])[])('says of %j: %s', (check, words) => {
    expect(checkText(check, say, formats)).toBe(words)
  })
  it('has a name for every kind', () => {
    expect(CHECK_TYPES.map((type) => say(KIND_TEXTS[type])).filter((name) => name.startsWith('kind_'))).toEqual([])
  })
})

describe('reasonText', () => {
  const problem = { code: 'missing_variable', message: 'No value for a.' } as unknown as Extract<
    CheckReason,
    { code: 'template' }
  >['problem']
  it.each([
    [{ code: 'same', as: 'text' }, 'letter by letter'],
    [{ code: 'same', as: 'json' }, 'the same value'],
    [{ code: 'differs', at: 0, wanted: 'w' }, 'from character 1 on. Wanted: w'],
    [{ code: 'found', wanted: 'w', at: 1 }, 'character 2: w'],
    [{ code: 'not-found', wanted: 'w' }, 'Not found: w'],
    [{ code: 'matched', at: 2, length: 1, text: 't' }, 'character 3: t'],
    [{ code: 'no-match' }, 'Nothing'],
    [{ code: 'json' }, 'is JSON'],
    [{ code: 'not-json', looksLike: 'empty' }, 'empty'],
    [{ code: 'not-json', looksLike: 'fenced' }, 'fence'],
    [{ code: 'not-json', looksLike: 'other' }, 'no JSON'],
    [{ code: 'schema-met' }, 'matches the schema'],
    [{ code: 'schema-violated', violations: [] }, 'in 0 places'],
    [{ code: 'within', limit: 10, actual: 5, of: { measure: 'tokens', count: 'output' } }, '5 is within 10'],
    [{ code: 'over', limit: 0.01, actual: 0.5, of: { measure: 'cost', source: 'table' } }, '$0.500 is more than $0.0100'],
    [{ code: 'over', limit: 1000, actual: 2000, of: { measure: 'latency' } }, '2.0s is more than 1.0s'],
    [{ code: 'judged', score: 0.5, threshold: null, reason: 'Because.' }, 'Score 0.5. Because.'],
    [{ code: 'judged', score: 0.5, threshold: 0.8, reason: 'Because.' }, 'of at least 0.8'],
    [{ code: 'nothing-expected' }, 'expects nothing'],
    [{ code: 'not-reported', measure: 'tokens' }, 'tokens'],
    [{ code: 'not-reported', measure: 'cost' }, 'price'],
    [{ code: 'not-reported', measure: 'latency' }, 'How long'],
    [{ code: 'only-estimated', limit: 1, actual: 2, of: { measure: 'tokens', count: 'input' } }, '(2)'],
    [{ code: 'no-judge' }, 'judge'],
    [{ code: 'unknown-kind', name: 'similar' }, 'similar'],
    [{ code: 'empty-value' }, 'empty text'],
    [{ code: 'bad-limit' }, 'limit'],
    [{ code: 'bad-pattern', message: 'm' }, 'cannot be read: m'],
    [{ code: 'unsupported-pattern', message: 'm' }, 'bounded time: m'],
    [{ code: 'bad-schema', message: 'm' }, 'cannot be used: m'],
    [{ code: 'too-much-work' }, 'too long'],
    [{ code: 'template', problem }, 'No value for a.'],
    [{ code: 'judge-failed', message: 'm' }, 'did not answer: m'],
    [{ code: 'no-verdict', text: 't' }, 'no verdict: t'],
  ] as const satisfies readonly (readonly [CheckReason, string])[])('has words for %j', (reason, words) => {
    expect(reasonText(reason, say, formats, ({ message }) => message)).toContain(words)
  })
})
