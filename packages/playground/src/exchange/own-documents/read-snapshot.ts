import { COLUMN_TYPES, type ColumnSetting } from '../../state/column-setting.ts'
import { MAX_VARIANTS } from '../../state/prompt.ts'
import { EMPTY_SNAPSHOT, type PlaygroundSnapshot } from '../../state/snapshot.ts'
import { type JsonObject, bareRecord, member } from '../data/json-object.ts'
import type { ProblemList } from '../import/problem-list.ts'
import { DocumentFault, readOrTell } from './document-fault.ts'
import { isNewer } from './is-newer.ts'
import { readChecks } from './read-check.ts'
import { readConversationOf } from './read-conversation.ts'
import { listAt, objectAt, oneOf, placeAt, textAt, textsAt } from './read-members.ts'
import { readMessages } from './read-message.ts'
import { readPrompt } from './read-prompt.ts'
import { readSettings } from './read-settings.ts'
import { tellUnknown } from './tell-unknown.ts'

const MODES = ['completion', 'chat'] as const

/** A mark that is there or not. */
function isSet(value: JsonObject, name: string, path: string): boolean {
  const held = member(value, name)
  if (held === undefined || typeof held === 'boolean') return held === true
  throw new DocumentFault(`${path}.${name}`, 'flag')
}

function readRow(given: unknown, index: number, problems: ProblemList): PlaygroundSnapshot['rows'][number] {
  const path = `rows[${index}]`
  const row = objectAt(given, path)
  const has = (name: string) => member(row, name) !== undefined
  tellUnknown(row, ['data', 'history', 'conversation', 'expected', 'checks', 'metadata', 'isDisabled'], `${path}.`, problems)
  return {
    data: bareRecord(textsAt(row, 'data', path)),
    ...(has('history') ? { history: readMessages(row, 'history', path) } : {}),
    ...(has('conversation') ? { conversation: readConversationOf(row, path, problems) } : {}),
    ...(has('expected') ? { expected: textAt(row, 'expected', path) } : {}),
    ...(has('checks') ? { checks: readChecks(row, 'checks', path) } : {}),
    ...(has('metadata') ? { metadata: bareRecord(textsAt(row, 'metadata', path)) } : {}),
    ...(isSet(row, 'isDisabled', path) ? { isDisabled: true } : {}),
  }
}

function readVariant(given: unknown, index: number, problems: ProblemList) {
  const path = `variants[${index}]`
  const variant = objectAt(given, path)
  tellUnknown(variant, ['messages', 'llmConfig'], `${path}.`, problems)
  return {
    messages: readMessages(variant, 'messages', path),
    llmConfig: readSettings(member(variant, 'llmConfig'), `${path}.llmConfig`),
  }
}

/** Those that stand beside the first, as many as a playground shows. */
function readVariants(value: JsonObject, problems: ProblemList) {
  const all = listAt(value, 'variants', '')
  if (all.length >= MAX_VARIANTS) problems.add('warning', 'not-carried', { what: `variants[${MAX_VARIANTS - 1}]` })
  return all.slice(0, MAX_VARIANTS - 1).map((variant, index) => readVariant(variant, index, problems))
}

function readColumn(given: unknown, index: number, problems: ProblemList): ColumnSetting {
  const path = `columns[${index}]`
  const column = objectAt(given, path)
  tellUnknown(column, ['name', 'type', 'isHidden', 'isShown', 'place'], `${path}.`, problems)
  return {
    name: textAt(column, 'name', path),
    ...(member(column, 'type') === undefined ? {} : { type: oneOf(column, 'type', COLUMN_TYPES, path) }),
    ...(isSet(column, 'isHidden', path) ? { isHidden: true } : {}),
    ...(isSet(column, 'isShown', path) ? { isShown: true } : {}),
    ...(member(column, 'place') === undefined ? {} : { place: placeAt(column, 'place', path) }),
  }
}

function read(value: JsonObject, problems: ProblemList): PlaygroundSnapshot | null {
  if (isNewer(value, EMPTY_SNAPSHOT.v, problems)) return null
  const given = objectAt(member(value, 'prompt'), 'prompt')
  tellUnknown(value, ['v', 'mode', 'prompt', 'variants', 'columns', 'checks', 'rows'], '', problems)
  tellUnknown(given, ['messages', 'llmConfig', 'templateFormat'], 'prompt.', problems)
  // The rows first: of several faults one of theirs is the most likely to be looked for.
  const rows = listAt(value, 'rows', '').map((row, index) => readRow(row, index, problems))
  const { mode, ...prompt } = readPrompt(given, oneOf(value, 'mode', MODES, ''), 'prompt')
  const has = (name: string) => member(value, name) !== undefined
  return {
    v: EMPTY_SNAPSHOT.v,
    mode,
    prompt: { ...prompt, llmConfig: readSettings(member(given, 'llmConfig'), 'prompt.llmConfig') },
    ...(has('variants') ? { variants: readVariants(value, problems) } : {}),
    ...(has('columns') ? { columns: listAt(value, 'columns', '').map((column, index) => readColumn(column, index, problems)) } : {}),
    ...(has('checks') ? { checks: readChecks(value, 'checks', '') } : {}),
    rows,
  }
}

/**
 * A snapshot out of JSON that anybody may have written: own members only, each of the kind that it has to be. Null with an error that
 * names the place where it is none, or where it is of a version that nobody here knows yet.
 */
export const readSnapshotDocument = (given: unknown, problems: ProblemList): PlaygroundSnapshot | null =>
  readOrTell(problems, () => read(objectAt(given, ''), problems))
