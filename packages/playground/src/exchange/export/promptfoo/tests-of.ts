import { variablesOfPrompt } from '@vitrine/templating'
import type { Check, CheckType } from '../../../checks/check.ts'
import { jsonOf } from '../../../checks/json-of.ts'
import { structureOf } from '../../../execution/inputs-of.ts'
import { type JsonObject, bareRecord, isList } from '../../data/json-object.ts'
import { namesAFile } from '../../promptfoo/names-a-file.ts'
import { readsEnvironment } from '../../promptfoo/reads-environment.ts'
import type { ExportRow, ExportSource } from '../export-source.ts'
import type { LossList } from '../loss.ts'
import { filledAssert } from './filled-assert.ts'

/** What of a document all of its tests are written by. */
export interface TestContext {
  /** Variables of which some prompt reads a part. */
  readonly reachedInto: ReadonlySet<string>
  /** Every model is asked for JSON. */
  readonly asksJson: boolean
}

export function testContext({ variants }: ExportSource): TestContext {
  const variables = variants.flatMap(({ templateFormat: format, messages }) => variablesOfPrompt({ format, messages }).variables)
  return {
    reachedInto: new Set(variables.filter(({ path }) => path !== '').map(({ name }) => name)),
    asksJson: variants.every(({ llmConfig: { responseFormat } }) => (responseFormat?.type ?? 'text') !== 'text'),
  }
}

/** An equality as the other tool compares by value, where that is how it is meant. */
function comparedByValue(assert: JsonObject, { asksJson }: TestContext): JsonObject {
  const read =
    asksJson && assert['type'] === 'equals' && typeof assert['value'] === 'string' ? jsonOf(assert['value']) : { ok: false as const }
  return read.ok && typeof read.value === 'object' && read.value !== null ? { ...assert, value: read.value } : assert
}

/** Assertions of checks. One without a text compares with the expected one, which is each row's own. */
export function assertsOf(
  checks: readonly Check[],
  expected: string | undefined,
  context: TestContext,
  losses: LossList,
): readonly JsonObject[] {
  return checks.flatMap((check) => {
    const assert = filledAssert(check, expected)
    if (assert === null) losses.add('check-not-written', { type: check.type, count: 1 })
    return assert === null ? [] : [comparedByValue(assert, context)]
  })
}

const TEXT_CHECKS: ReadonlySet<CheckType> = new Set(['equals', 'contains', 'not-contains', 'icontains'])

/** Checks that compare with what each row expects have to stand in each test. */
export const isRowBound = (check: Check): boolean => TEXT_CHECKS.has(check.type) && !('value' in check && check.value !== undefined)

function metadataOf({ metadata = {} }: ExportRow) {
  const { description, ...rest } = metadata
  return { description, rest: bareRecord(Object.entries(rest)) }
}

/**
 * The values of a row, one that a prompt reaches into as what its JSON says. One that names a file is left out, as the other tool would
 * read the file, or run it, and so is one that asks for its environment, in which keys are; what else it would not take as it stands is told.
 */
function varsOf(
  { data }: ExportRow,
  columns: readonly string[],
  context: TestContext,
  losses: LossList,
): Readonly<Record<string, unknown>> {
  const held = columns.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]] as const]))
  const unnamed = held.filter(([, value]) => !namesAFile(value))
  losses.add('value-names-file', { count: held.length - unnamed.length })
  const kept = unnamed.filter(([, value]) => !readsEnvironment(value))
  const isRead = (value: string) => [...value.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].some(([, name = '']) => Object.hasOwn(data, name))
  losses.add('value-is-template', { count: unnamed.length - kept.length + kept.filter(([, value]) => isRead(value)).length })
  // The other tool cuts one line end.
  const whole = (value: string) => (value.endsWith('\n') ? `${value}\n` : value)
  return bareRecord(kept.map(([name, value]) => [name, context.reachedInto.has(name) ? structureOf(value) : whole(value)] as const))
}

/** Rows as tests. A row's expected text that nothing compares with becomes an equality, as there is no other place for it. */
export function testsOf({ rows, columns, checks }: ExportSource, context: TestContext, losses: LossList): readonly object[] {
  const bound = checks.filter(isRowBound)
  return rows.map((row) => {
    const own = row.checks ?? []
    const wanted = row.expected === undefined ? own : [...bound, ...own]
    const isCompared = wanted.some(isRowBound)
    const all: readonly Check[] = row.expected === undefined || isCompared ? wanted : [{ type: 'equals' }, ...wanted]
    const asserts = assertsOf(all, row.expected, context, losses)
    const { description, rest } = metadataOf(row)
    const vars = varsOf(row, columns, context, losses)
    return {
      ...(description === undefined ? {} : { description }),
      vars,
      ...(asserts.length > 0 ? { assert: asserts } : {}),
      // A list would else be one case for each of its items.
      ...(Object.values(vars).some(isList) ? { options: { disableVarExpansion: true } } : {}),
      ...(Object.keys(rest).length > 0 ? { metadata: rest } : {}),
    }
  })
}
