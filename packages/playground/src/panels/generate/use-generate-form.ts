import { atom, useAtomValue } from 'jotai'
import { useMemo, useState } from 'react'
import { estimateGeneration, type GenerationEstimate } from '../../generate/estimate-generation.ts'
import { type CaseDraft, type Generation, writtenColumns } from '../../generate/generation.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'

/** How many cases serve as examples unless others are chosen. */
const USUAL_EXAMPLES = 5
/** So many of the first cases are offered as examples. */
const OFFERED_EXAMPLES = 50

/** What is null follows what is there: the active variant's model, whether cases expect something, the first cases. */
interface Form {
  readonly count: number
  readonly model: string | null
  readonly kind: string
  readonly withExpected: boolean | null
  readonly exampleIds: ReadonlySet<string> | null
}

/** A case that may serve as an example. `index` counts all cases, from 0. */
export interface OfferedExample extends CaseDraft {
  readonly id: string
  readonly index: number
}

/** What is asked for, what it may cost, and from what it can be chosen. */
export function useGenerateForm() {
  const { state } = usePlayground()
  const { rows, prompt, checks } = state
  const [form, setForm] = useState<Form>({ count: 10, model: null, kind: '', withExpected: null, exampleIds: null })
  const drawn = useAtomValue(rows.columnsAtom)
  const messages = useAtomValue(useMemo(() => atom((get) => get(prompt.draftAtom).messages), [prompt]))
  const ownModel = useAtomValue(useMemo(() => atom((get) => get(prompt.draftAtom).llmConfig.model), [prompt]))
  const hasExpected = useAtomValue(checks.hasExpectedAtom)
  const first = useAtomValue(
    useMemo(
      () =>
        atom((get) =>
          get(rows.idsAtom)
            .slice(0, OFFERED_EXAMPLES)
            .flatMap((id, index): readonly OfferedExample[] => {
              const row = get(rows.rowAtom(id))
              return row === null ? [] : [{ id, index, data: row.data, expected: row.expected ?? '' }]
            }),
        ),
      [rows],
    ),
  )
  const columns = useMemo(() => writtenColumns(drawn), [drawn])
  const skipped = drawn.filter(({ id }) => !columns.some(({ name }) => name === id)).map(({ id }) => id)
  const offered = useMemo(
    () => first.filter(({ data }) => columns.some(({ name }) => Object.hasOwn(data, name) && data[name]?.trim() !== '')),
    [first, columns],
  )
  const exampleIds = useMemo(
    () => form.exampleIds ?? new Set(offered.slice(0, USUAL_EXAMPLES).map(({ id }) => id)),
    [form.exampleIds, offered],
  )
  const model = form.model ?? ownModel
  const facts = useModel(model)
  const { count, kind } = form
  const withExpected = form.withExpected ?? hasExpected
  const generation = useMemo(
    (): Generation => ({
      count,
      kind,
      columns,
      withExpected,
      examples: offered.filter(({ id }) => exampleIds.has(id)),
      prompt: messages,
    }),
    [count, kind, columns, withExpected, offered, exampleIds, messages],
  )
  const estimate = useMemo((): GenerationEstimate => estimateGeneration(generation, model, facts), [generation, model, facts])
  return {
    generation,
    model,
    facts,
    estimate,
    offered,
    exampleIds,
    skipped,
    change: (part: Partial<Form>) => setForm((before) => ({ ...before, ...part })),
  }
}
export type GenerateFormControl = ReturnType<typeof useGenerateForm>
