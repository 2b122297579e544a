import { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from '../../state/snapshot.ts'
import { type JsonObject, bareRecord, isObject, member } from '../data/json-object.ts'
import type { ProblemList } from '../import/problem-list.ts'
import { readOrTell } from './document-fault.ts'
import { isNewer } from './is-newer.ts'
import { readChecks } from './read-check.ts'
import { listAt, objectAt, oneOf, textAt, textsAt } from './read-members.ts'
import { readMessages } from './read-message.ts'
import { readPrompt } from './read-prompt.ts'
import { readSettings } from './read-settings.ts'

const MODES = ['completion', 'chat'] as const

/** What a later page may have added in the same version is named, not lost in silence. */
function tellUnknown(value: unknown, known: readonly string[], path: string, problems: ProblemList): void {
  if (!isObject(value)) return
  for (const name of Object.keys(value)) if (!known.includes(name)) problems.add('warning', 'not-carried', { what: `${path}${name}` })
}

function readRow(given: unknown, index: number, problems: ProblemList): PlaygroundSnapshot['rows'][number] {
  const path = `rows[${index}]`
  const row = objectAt(given, path)
  const has = (name: string) => member(row, name) !== undefined
  tellUnknown(row, ['data', 'history', 'expected', 'checks', 'metadata'], `${path}.`, problems)
  return {
    data: bareRecord(textsAt(row, 'data', path)),
    ...(has('history') ? { history: readMessages(row, 'history', path) } : {}),
    ...(has('expected') ? { expected: textAt(row, 'expected', path) } : {}),
    ...(has('checks') ? { checks: readChecks(row, 'checks', path) } : {}),
    ...(has('metadata') ? { metadata: bareRecord(textsAt(row, 'metadata', path)) } : {}),
  }
}

function read(value: JsonObject, problems: ProblemList): PlaygroundSnapshot | null {
  if (isNewer(value, EMPTY_SNAPSHOT.v, problems)) return null
  const given = objectAt(member(value, 'prompt'), 'prompt')
  tellUnknown(value, ['v', 'mode', 'prompt', 'checks', 'rows'], '', problems)
  tellUnknown(given, ['messages', 'llmConfig', 'templateFormat'], 'prompt.', problems)
  const { mode, ...prompt } = readPrompt(given, oneOf(value, 'mode', MODES, ''), 'prompt')
  return {
    v: EMPTY_SNAPSHOT.v,
    mode,
    prompt: { ...prompt, llmConfig: readSettings(member(given, 'llmConfig'), 'prompt.llmConfig') },
    ...(member(value, 'checks') === undefined ? {} : { checks: readChecks(value, 'checks', '') }),
    rows: listAt(value, 'rows', '').map((row, index) => readRow(row, index, problems)),
  }
}

/**
 * A snapshot out of JSON that anybody may have written: own members only, each of the kind that it has to be. Null with an error that
 * names the place where it is none, or where it is of a version that nobody here knows yet.
 */
export const readSnapshotDocument = (given: unknown, problems: ProblemList): PlaygroundSnapshot | null =>
  readOrTell(problems, () => read(objectAt(given, ''), problems))
