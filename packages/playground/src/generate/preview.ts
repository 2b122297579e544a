import type { CaseDraft } from './generation.ts'
import { type Places, twinsOf } from './twins.ts'

/** A case that was written, and whether it will be added. */
export interface PreviewCase extends CaseDraft {
  /** Its place, from 0: cases are only ever added behind the others. */
  readonly id: number
  readonly isTaken: boolean
}

/** What is looked at before it is added. *Shape*: `columns` are those that were asked for. */
export interface Preview {
  readonly columns: readonly string[]
  readonly withExpected: boolean
  readonly cases: readonly PreviewCase[]
}

/** The preview with more cases behind those it has; what says the same as another one is not ticked. Of other columns it begins anew. */
export function extendedPreview(
  held: Preview | null,
  columns: readonly string[],
  withExpected: boolean,
  more: readonly CaseDraft[],
  existing: Places,
): Preview {
  const isSame = held !== null && held.columns.length === columns.length && held.columns.every((name, at) => name === columns[at])
  const before = isSame ? held.cases : []
  const all: readonly CaseDraft[] = [...before, ...more]
  const twins = twinsOf(all, existing, columns)
  const added = more.map(({ data, expected }, at): PreviewCase => {
    const id = before.length + at
    return { id, data, expected, isTaken: !twins.has(id) }
  })
  const cases = [...before, ...added]
  return { columns, withExpected: withExpected || (isSame && held.withExpected), cases }
}

export const editedPreview = (preview: Preview, index: number, part: Partial<PreviewCase>): Preview => ({
  ...preview,
  cases: preview.cases.map((one, at) => (at === index ? { ...one, ...part } : one)),
})

export const takenAll = (preview: Preview, isTaken: boolean): Preview => ({
  ...preview,
  cases: preview.cases.map((one) => ({ ...one, isTaken })),
})

/** What becomes rows. */
export const takenOf = ({ cases }: Preview): readonly CaseDraft[] =>
  cases.filter(({ isTaken }) => isTaken).map(({ data, expected }) => ({ data, expected }))
