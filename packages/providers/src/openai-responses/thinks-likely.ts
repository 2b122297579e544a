import type { Model } from '@vitrine/contracts'

const BY_NAME = /(?:^|[/.:])(?:o\d|gpt-(?:[5-9]|\d{2,})|codex|computer-use)/
const ANSWERS_AT_ONCE = /-chat(?:-|$)/

/**
 * Whether a model thinks before it answers: as the catalogue says, else by its name. To ask a model that does not for its sealed reasoning
 * is an error.
 */
export const thinksLikely = (model: string, facts: Model | null): boolean =>
  facts?.capabilities?.thinking ?? (BY_NAME.test(model) && !ANSWERS_AT_ONCE.test(model))
