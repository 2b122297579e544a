import { canonicalText } from '../state/text-hash.ts'
import type { KeptCell, KeptDocument, KeptRow } from './journal.ts'

/** A setting in which two runs differ; null where a run does not have it. */
export interface SettingDifference {
  /** `A.temperature`: the variant, then the setting. */
  readonly name: string
  readonly left: string | null
  readonly right: string | null
}

/** One side of a case: what it answered, or why it did not. Null where there is no answer. */
export interface AnswerSide {
  readonly state: KeptCell['state']
  readonly text: string
}

/** A case under a variant that both runs have. */
export interface CasePair {
  /** From 1, as the left run counts. */
  readonly number: number
  readonly variant: string
  readonly inputs: string
  readonly left: AnswerSide | null
  readonly right: AnswerSide | null
  readonly differs: boolean
}

export interface RunComparison {
  readonly settings: readonly SettingDifference[]
  readonly cases: readonly CasePair[]
  /** Cases that the other run does not have. */
  readonly onlyLeft: number
  readonly onlyRight: number
}

const LETTERS = 'ABCDEF'

/** Whatever a prompt says of how models are asked, by name. */
function settingsOf({ head }: KeptDocument): ReadonlyMap<string, string> {
  const { mode, prompt, variants = [], checks = [] } = head.prompt
  const named = new Map<string, string>()
  named.set('mode', mode)
  named.set('syntax', prompt.templateFormat)
  if (checks.length > 0) named.set('checks', JSON.stringify(checks))
  for (const [index, { messages, llmConfig }] of [prompt, ...variants].entries()) {
    const letter = LETTERS[index] ?? '?'
    for (const [at, { role, content }] of messages.entries())
      named.set(`${letter}.${role} ${at + 1}`, typeof content === 'string' ? content : JSON.stringify(content ?? ''))
    for (const [name, value] of Object.entries(llmConfig))
      if (value !== undefined) named.set(`${letter}.${name}`, typeof value === 'string' ? value : JSON.stringify(value))
  }
  return named
}

function differences(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): readonly SettingDifference[] {
  const names = new Set([...left.keys(), ...right.keys()])
  return [...names]
    .filter((name) => left.get(name) !== right.get(name))
    .map((name) => ({ name, left: left.get(name) ?? null, right: right.get(name) ?? null }))
}

function answerOf(row: KeptRow, variant: number): AnswerSide | null {
  const cell = row.outputs[variant]?.cells.find((one) => one !== null)
  if (cell === undefined || cell === null) return null
  const { state, text = '', failure } = cell
  return { state, text: text === '' ? (failure?.message ?? '') : text }
}

const keyOf = ({ row }: KeptRow): string => canonicalText([row.data, row.history ?? []])
const inputsOf = ({ row }: KeptRow): string => Object.values(row.data).join(' · ')

/**
 * Holds two runs against each other. Cases are the same where their inputs are; of several that are the same, the first belongs to the
 * first, and so on.
 */
export function compareRuns(left: KeptDocument, right: KeptDocument): RunComparison {
  const waiting = Map.groupBy(right.rows, keyOf)
  const variants = Math.min(1 + (left.head.prompt.variants?.length ?? 0), 1 + (right.head.prompt.variants?.length ?? 0))
  const cases: CasePair[] = []
  let matched = 0
  for (const [index, row] of left.rows.entries()) {
    const other = waiting.get(keyOf(row))?.shift()
    if (other === undefined) continue
    matched += 1
    for (let variant = 0; variant < variants; variant += 1) {
      const [one, two] = [answerOf(row, variant), answerOf(other, variant)]
      const differs = one?.state !== two?.state || one?.text !== two?.text
      cases.push({ number: index + 1, variant: LETTERS[variant] ?? '?', inputs: inputsOf(row), left: one, right: two, differs })
    }
  }
  return {
    settings: differences(settingsOf(left), settingsOf(right)),
    cases,
    onlyLeft: left.rows.length - matched,
    onlyRight: right.rows.length - matched,
  }
}
