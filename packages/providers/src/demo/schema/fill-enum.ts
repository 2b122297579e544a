import { ruleOf, type Option } from '../task/option-lines.ts'
import { chooseOption } from '../skills/choose/choose-option.ts'
import { choiceSteps } from '../skills/choose/choose.ts'
import type { FillContext } from './fill-context.ts'
import { found, lacking, type Filled } from './filled.ts'
import { labelledValue } from '../find/labelled.ts'
import { urgencyOf } from './measures.ts'
import type { Property } from './property.ts'

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
const RISING = [
  /^(?:none|trivial|lowest|very low|minor|low|can wait|no)$/iu,
  /^(?:medium|normal|moderate|mid|average|standard|regular)$/iu,
  /^(?:high|major|urgent|important|elevated|yes)$/iu,
  /^(?:critical|highest|very high|immediate|emergency|blocker|severe)$/iu,
]

/** What the prompt says of each label: in a line of its own, or in brackets behind it. */
function described(labels: readonly string[], texts: readonly string[]): readonly Option[] {
  const lines = texts
    .flatMap((text) => text.split('\n'))
    .map(ruleOf)
    .filter((rule) => rule !== null)
  return labels.map((label) => {
    const line = lines.find((rule) => fold(rule.label) === fold(label))
    const bracket = new RegExp(
      String.raw`(?<![\p{L}\p{N}])["']?${escaped(label)}["']?\s*(?:\(([^)]+)\)|(?:=|means|if|when|for)\s*([^,;.\n]+))`,
      'iu',
    )
    const inline = texts.map((text) => bracket.exec(text)).find((match) => match !== null)
    return { label, description: line?.description ?? inline?.[1] ?? inline?.[2] ?? '' }
  })
}

/** Labels that are steps of a scale (low, medium, high), in rising order; null where they are none. */
function scaleOf(labels: readonly string[]): readonly string[] | null {
  const steps = labels.map((label) => ({ label, step: RISING.findIndex((pattern) => pattern.test(label)) }))
  return steps.every(({ step }) => step >= 0) && labels.length > 1
    ? steps.toSorted((one, other) => one.step - other.step).map(({ label }) => label)
    : null
}

function choose(labels: readonly string[], property: Property, context: FillContext): Filled {
  const stated = labelledValue(context.said, property.words)
  const named = labels.find((label) => stated !== null && fold(stated) === fold(label))
  if (named !== undefined) return found(named)
  const scale = scaleOf(labels)
  if (
    scale !== null &&
    /\b(?:urgency|priority|severity|importance|level|risk|impact|criticality)\b/u.test(`${property.words} ${property.hint.toLowerCase()}`)
  ) {
    return found(scale[Math.round(urgencyOf(context.text) * (scale.length - 1))])
  }
  const chosen = chooseOption(context.text, described(labels, [property.hint, context.rules]))
  if (chosen === null) return lacking(labels[0])
  context.steps.push(...choiceSteps(chosen))
  context.choices.push({
    property: property.name,
    options: chosen.ranked.map(({ option, probability }) => ({ text: option.label, probability })),
  })
  return { value: chosen.option.label, isFound: true }
}

/** One of the values that the schema allows. Words decide between words; of numbers, the one that the text names. */
export function fillEnum(values: readonly unknown[], property: Property, context: FillContext): Filled {
  const labels = values.filter((value): value is string => typeof value === 'string')
  if (labels.length > 0) {
    const filled = labels.length === 1 && values.length === 1 ? found(labels[0]) : choose(labels, property, context)
    return !filled.isFound && values.includes(null) ? lacking(null) : filled
  }
  const numbers = values.filter((value): value is number => typeof value === 'number')
  const stated = numbers.find((value) => new RegExp(String.raw`(?<![\d.])${escaped(String(value))}(?![\d.])`, 'u').test(context.text))
  return stated === undefined ? lacking(values.includes(null) ? null : values[0]) : found(stated)
}
