import { type JsonObject, isObject, member } from '../../data/json-object.ts'
import { plainNumbers } from '../../data/plain-numbers.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { MAX_COLUMNS, MAX_VARIANTS } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { ImportedVariant, RecognisedColumn, RecognisedRow } from '../../import/recognition.ts'
import { parseYaml } from './parse-yaml.ts'
import { type ReadCase, readCases } from './read-cases.ts'
import { type NamedPrompt, readPrompts } from './read-prompts.ts'
import { type NamedProvider, readProviders } from './read-providers.ts'
import { readObject, readTest } from './read-test.ts'

const CARRIED: ReadonlySet<string> = new Set([
  'description',
  'prompts',
  'providers',
  'targets',
  'tests',
  'scenarios',
  'defaultTest',
  'metadata',
  'tags',
  '$schema',
])

function variantOf(name: string | undefined, prompt?: ImportedVariant['prompt'], settings?: ImportedVariant['settings']): ImportedVariant {
  return { ...(name === undefined ? {} : { name }), ...(prompt ? { prompt } : {}), ...(settings ? { settings } : {}) }
}

/** Values of cases become texts, and keep their digits. */
const EXACT: ReadonlySet<string> = new Set(['vars'])

/** Each model is asked each prompt, or those that it names. */
function variantsOf(prompts: readonly NamedPrompt[], providers: readonly NamedProvider[]): readonly ImportedVariant[] {
  if (providers.length === 0) return prompts.map(({ label, prompt }) => variantOf(label, prompt))
  if (prompts.length === 0) return providers.map(({ label, settings }) => variantOf(label, undefined, settings))
  return providers.flatMap(({ label, settings, prompts: only }) =>
    prompts
      .filter((prompt) => only === null || (prompt.label !== undefined && only.includes(prompt.label)))
      .map((prompt) => variantOf(label ?? prompt.label, prompt.prompt, settings)),
  )
}

function rowOf({ vars, checks, expected, metadata }: ReadCase, names: readonly string[]): RecognisedRow {
  return {
    line: null,
    cells: names.map((name) => vars.get(name) ?? ''),
    ...(checks.length > 0 ? { checks } : {}),
    ...(expected === undefined ? {} : { expected }),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  }
}

interface Cases {
  readonly columns: readonly RecognisedColumn[]
  readonly rows: readonly RecognisedRow[]
}

function rowsOf(cases: readonly ReadCase[], problems: ProblemList): Cases {
  const names = [...new Set(cases.flatMap(({ vars }) => [...vars.keys()]))]
  if (names.length > MAX_COLUMNS) {
    problems.add('error', 'too-many-columns', { columns: names.length, limit: MAX_COLUMNS })
    return { columns: [], rows: [] }
  }
  return {
    columns: names.map((name) => ({ name, role: { kind: 'variable', name } })),
    rows: cases.map((held) => rowOf(held, names)),
  }
}

const WHOLE = /\{\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*(?:\||\}\})/gu

const shownWhole = (prompts: readonly NamedPrompt[]): ReadonlySet<string> =>
  new Set(prompts.flatMap(({ prompt }) => [...JSON.stringify(prompt.messages).matchAll(WHOLE)].map(([, name = '']) => name)))

const asksJson = (providers: readonly NamedProvider[]): boolean =>
  providers.length > 0 && providers.every(({ settings: { responseFormat } }) => (responseFormat?.type ?? 'text') !== 'text')

function baseOf(config: JsonObject, problems: ProblemList): JsonObject {
  const given = member(config, 'defaultTest')
  if (typeof given === 'string') problems.add('warning', 'not-fetched', { what: given })
  return readObject(given)
}

/**
 * A configuration of promptfoo, in YAML or JSON. Prompts, models, cases and assertions that stand in the file are taken; what it
 * points to, and what would have to be run, is reported.
 * @see https://www.promptfoo.dev/docs/configuration/reference/
 */
export const readPromptfoo: FormatReader = async ({ text, document, problems, limits }) => {
  const given = document?.kind === 'value' ? document.exact() : await parseYaml(text, problems, limits)
  if (given === null) return null
  const exact = plainNumbers(given, EXACT)
  const config = isObject(exact) ? exact : {}
  if (!['prompts', 'providers', 'targets', 'tests', 'scenarios'].some((name) => Object.hasOwn(config, name))) {
    problems.add('error', 'unknown-format', {})
    return null
  }
  for (const name of Object.keys(config)) if (!CARRIED.has(name)) problems.add('warning', 'not-carried', { what: name })
  const prompts = await readPrompts(config, { problems, limits })
  const providers = readProviders(config, problems)
  const isTooMuch = prompts.length * providers.length > MAX_VARIANTS
  if (isTooMuch) problems.add('error', 'too-many-prompts', { limit: MAX_VARIANTS })
  const variants = isTooMuch ? [] : variantsOf(prompts, providers)
  const context = { asksJson: asksJson(providers), shownWhole: shownWhole(prompts), problems }
  const base = readTest(baseOf(config, problems), context)
  return { ...rowsOf(readCases(config, base, context), problems), variants, checks: base.checks }
}
