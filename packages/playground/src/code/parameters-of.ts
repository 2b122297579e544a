import { type PromptTemplate, parseTemplate, renderTemplate, type TemplateInputs, type TemplateValue } from '@vitrine/templating'
import { type PromptText, promptUses } from './prompt-uses.ts'
import type { FixedVariable, SnippetParameter } from './snippet.ts'

/** What a preview has to be asked with for its request to become a function. */
export interface SnippetParameters {
  readonly parameters: readonly SnippetParameter[]
  readonly fixed: readonly FixedVariable[]
  /** The row's values, with a marker in the place of every parameter. */
  readonly inputs: TemplateInputs
}

type Place = PromptText['plain'][number]

/**
 * The variables of a prompt that a snippet can take as arguments: those that are only ever printed as they are. What decides or changes
 * the text (a condition, a filter, a query) stays what it is in this row, and is named.
 *
 * *Shape*: a parameter is a variable, or a path into one: `text`, `user.name`.
 */
export function parametersOf(prompt: PromptTemplate, inputs: TemplateInputs): SnippetParameters {
  const texts = promptUses(prompt)
  const salt = unusedSalt(
    JSON.stringify([prompt, Object.entries(inputs)], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  )
  const places = distinct(texts.flatMap(({ plain }) => plain))
  const fixed = new Map<string, FixedVariable['reason']>()
  for (const { other } of texts) for (const name of other) fixed.set(name, 'logic')
  for (const {
    segments: [root = ''],
  } of places) {
    const depths = new Set(places.filter(({ segments }) => segments[0] === root).map(({ segments }) => segments.length > 1))
    if (depths.size > 1 && !fixed.has(root)) fixed.set(root, 'structured')
  }
  for (;;) {
    const parameters = places
      .filter(({ segments: [root = ''] }) => !fixed.has(root))
      .map(({ segments, written }, at) => ({
        segments,
        name: segments.join('.'),
        marker: `${salt}${at}x`,
        value: valueOf(prompt, written, inputs),
      }))
    const marked = withMarkers(inputs, parameters)
    const wrong = texts
      .filter((text) => !isPrintedAsItIs(text, parameters, marked))
      .flatMap(({ plain }) => plain.map(({ segments }) => segments[0] ?? ''))
    const newlyFixed = wrong.filter((root) => !fixed.has(root))
    for (const root of newlyFixed) fixed.set(root, 'structured')
    if (newlyFixed.length > 0) continue
    return {
      parameters: parameters.map(({ name, marker, value }) => ({ name, marker, value })),
      fixed: Array.from(fixed, ([name, reason]) => ({ name, reason })),
      inputs: marked,
    }
  }
}

/** The own service renders by itself, so that every value that is a text can be an argument. */
export function serviceParametersOf(inputs: TemplateInputs): SnippetParameters {
  const salt = unusedSalt(Object.entries(inputs).flat().map(String).join('\n'))
  const texts = Object.entries(inputs).flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  const parameters = texts.map(({ name, value }, at) => ({ name, value, marker: `${salt}${at}x` }))
  return {
    parameters,
    fixed: Object.keys(inputs)
      .filter((name) => typeof inputs[name] !== 'string')
      .map((name) => ({ name, reason: 'structured' })),
    inputs: withMarkers(
      inputs,
      parameters.map(({ name, marker }) => ({ segments: [name], marker })),
    ),
  }
}

function distinct(places: readonly Place[]): readonly Place[] {
  const byName = new Map(places.map((place) => [JSON.stringify(place.segments), place]))
  return [...byName.values()]
}

/** Letters only, so that nothing on the way has a reason to change them. */
function unusedSalt(taken: string): string {
  let salt = 'vitrineSlot'
  while (taken.toLowerCase().includes(salt.toLowerCase())) salt += 'Q'
  return salt
}

function valueOf({ format }: PromptTemplate, written: string, inputs: TemplateInputs): string {
  const parsed = parseTemplate(format, written)
  const rendered = parsed.ok ? renderTemplate(parsed.template, inputs) : null
  return rendered?.ok ? rendered.text : ''
}

function withMarkers(
  inputs: TemplateInputs,
  parameters: readonly { readonly segments: readonly string[]; readonly marker: string }[],
): TemplateInputs {
  const marked = new Map<string, TemplateValue>(Object.entries(inputs))
  const roots = new Set(parameters.map(({ segments }) => segments[0] ?? ''))
  for (const root of roots) {
    const own = parameters.filter(({ segments }) => segments[0] === root)
    marked.set(root, markedValue(own.map(({ segments, marker }) => ({ path: segments.slice(1), marker }))))
  }
  const result: Record<string, TemplateValue> = Object.create(null)
  for (const [name, value] of marked) result[name] = value
  return result
}

/** A marker, or an object with markers at the paths that are read. */
function markedValue(markers: readonly { readonly path: readonly string[]; readonly marker: string }[]): TemplateValue {
  const [first] = markers
  if (first === undefined || markers.some(({ path }) => path.length === 0)) return first?.marker ?? ''
  const names = new Set(markers.map(({ path }) => path[0] ?? ''))
  return Object.fromEntries(
    Array.from(names, (name) => [
      name,
      markedValue(markers.filter(({ path }) => path[0] === name).map(({ path, marker }) => ({ path: path.slice(1), marker }))),
    ]),
  )
}

/** Whether a text prints each marker as often as it has a place for it: what an engine makes of paths is its own to say. */
function isPrintedAsItIs(
  { template, plain }: PromptText,
  parameters: readonly { readonly segments: readonly string[]; readonly marker: string }[],
  inputs: TemplateInputs,
): boolean {
  const rendered = renderTemplate(template, inputs)
  const keyed = new Map(parameters.map(({ segments, marker }) => [JSON.stringify(segments), marker]))
  const expected = new Map<string, number>()
  for (const { segments } of plain) {
    const marker = keyed.get(JSON.stringify(segments))
    if (marker !== undefined) expected.set(marker, (expected.get(marker) ?? 0) + 1)
  }
  return rendered.ok ? [...expected].every(([marker, times]) => rendered.text.split(marker).length - 1 === times) : expected.size === 0
}
