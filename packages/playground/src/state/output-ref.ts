/** The place of an answer: a row under a variant of the prompt. */
export interface OutputRef {
  readonly rowId: string
  readonly variantId: string
}

/** One of the answers at such a place. `repetition` counts from 0. */
export interface CellRef extends OutputRef {
  readonly repetition: number
}

export const outputKey = ({ rowId, variantId }: OutputRef): string => `${rowId} ${variantId}`

export const cellKey = (ref: CellRef): string => `${outputKey(ref)} ${ref.repetition}`
