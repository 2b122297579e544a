import type { Draft } from '../draft.ts'
import type { CasesTask } from './cases-task.ts'
import { variationsFor } from './variations.ts'

/** A number of the same form further on: `A-2041` after `A-2037`, `14.5` after `12.5`. */
function further(text: string, by: number): string {
  const match = /^(.*?)(\d{1,12})(\D*)$/su.exec(text)
  if (match === null) return text
  const [, before = '', digits = '', after = ''] = match
  return `${before}${String(Number(digits) + by).padStart(digits.length, '0')}${after}`
}

/** The variable that a case is told by: the text that is longest in the examples, else the first. */
function mainOf({ variables, examples }: CasesTask): string | null {
  const lengths = variables
    .filter(({ isText }) => isText)
    .map(({ name }) => ({ name, length: examples.reduce((sum, { values }) => sum + (values.get(name)?.length ?? 0), 0) }))
  return (
    lengths.reduce<(typeof lengths)[number] | null>((most, one) => (most === null || one.length > most.length ? one : most), null)?.name ??
    null
  )
}

/**
 * Cases made from the examples: the longest text is varied as the kind asks, one variation after the other, and what stands beside it
 * goes on counting. Without examples a variable is called by its name. The same request has the same cases.
 */
export function inventCases(task: CasesTask): Draft {
  const { count, variables, examples, withExpected } = task
  const { name: kind, variations } = variationsFor(task.kind)
  const main = mainOf(task)
  const cases = Array.from({ length: count }, (_, index) => {
    const example = examples[index % Math.max(1, examples.length)]
    const round = Math.floor(index / variations.length)
    const values = variables.map(({ name }): readonly [string, string] => {
      const from = example?.values.get(name) ?? ''
      if (name !== main) return [name, from === '' ? String(index + 1) : further(from, examples.length + index)]
      const text = from === '' ? `Something about ${name}` : from
      const varied = variations[index % variations.length]?.(text) ?? text
      return [name, round === 0 ? varied : `${varied} (${round + 1})`]
    })
    return { values: Object.fromEntries(values), ...(withExpected && { expected: example?.expected ?? '' }) }
  })
  return {
    text: JSON.stringify({ cases }),
    steps: [
      { depth: 1, text: `I am to write ${count} cases: ${kind}.` },
      {
        depth: 2,
        text:
          examples.length === 0
            ? 'There are no examples, so I name each variable in its value.'
            : `I vary “${main ?? ''}” of the ${examples.length} examples; I make up nothing else.`,
      },
    ],
  }
}
