import type { AvailableModel } from '@vitrine/contracts'

export type ModelChoice =
  | { readonly kind: 'known'; readonly model: AvailableModel }
  /** A name that is sent as it is typed. */
  | { readonly kind: 'as-is'; readonly name: string }

/** The models of the list and, where the words typed are no model's name, those words as a name of their own, last. */
export function modelChoices(models: readonly AvailableModel[], typed: string): readonly ModelChoice[] {
  const name = typed.trim()
  const known = models.map((model): ModelChoice => ({ kind: 'known', model }))
  const isListed = models.some((model) => model.id === name || model.name === name)
  return name === '' || isListed ? known : [...known, { kind: 'as-is', name }]
}

export const choiceKey = (choice: ModelChoice): string => (choice.kind === 'known' ? choice.model.id : `as-is ${choice.name}`)

/** What the words typed are looked for in. */
export const choiceText = (choice: ModelChoice): string =>
  choice.kind === 'known' ? `${choice.model.id} ${choice.model.displayName}` : choice.name

export const isUnusable = (choice: ModelChoice): boolean => choice.kind === 'known' && !choice.model.usable
