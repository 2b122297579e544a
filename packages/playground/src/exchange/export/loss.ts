/** What an export cannot hold; the values are what its text in a catalogue needs. */
export interface LossValues {
  results: { readonly count: number }
  prompt: Empty
  settings: { readonly names: string }
  checks: { readonly count: number }
  'check-not-written': { readonly type: string; readonly count: number }
  expected: { readonly count: number }
  metadata: { readonly count: number }
  histories: { readonly count: number }
  'other-variants': { readonly count: number }
  'rows-left-out': { readonly count: number }
  'rows-unfilled': { readonly count: number }
  'rows-without-answer': { readonly count: number }
  template: { readonly text: string; readonly variant: string }
  'variable-name': { readonly name: string }
  'message-parts': { readonly what: string }
  'model-is-demo': { readonly model: string }
  'chat-mode': Empty
  'value-names-file': { readonly count: number }
  'value-is-template': { readonly count: number }
  'half-characters': { readonly count: number }
  'raw-answers': { readonly count: number }
  'setting-secret': { readonly name: string }
}
type Empty = Readonly<Record<string, never>>
export type LossCode = keyof LossValues

/** A loss by its code; the words are the catalogue's. */
export type Loss = { readonly [Code in LossCode]: { readonly code: Code; readonly values: LossValues[Code] } }[LossCode]

/** Gathers what is lost: the same loss once, with its counts summed up. A count of nothing is no loss. */
export interface LossList {
  add<Code extends LossCode>(code: Code, values: LossValues[Code]): void
  all(): readonly Loss[]
}

export function createLossList(): LossList {
  const losses = new Map<string, Loss>()
  return {
    add(code, values) {
      const count = 'count' in values ? values.count : undefined
      if (count === 0) return
      const rest = { ...values, count: undefined }
      const key = JSON.stringify([code, rest])
      const before = losses.get(key)?.values
      const sum = (before !== undefined && 'count' in before ? before.count : 0) + (count ?? 0)
      losses.set(key, { code, values: count === undefined ? values : { ...values, count: sum } } as Loss)
    },
    all: () => [...losses.values()],
  }
}
