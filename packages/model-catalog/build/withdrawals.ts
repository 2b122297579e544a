const SENTENCE = /((?:"[^"]+",?\s*)+):\s*Announced\s+shutdown\s+date:\s*(\d{4}-\d{2}-\d{2})/g

/**
 * The days on which models are withdrawn, as OpenAI's client says it above its type of model names.
 *
 * *Shape*: a name, and `YYYY-MM-DD`. @see openai/resources/shared.d.ts
 */
export function openAiWithdrawals(types: string): ReadonlyMap<string, string> {
  const plain = types.replaceAll(/\n\s*\*\s*/g, ' ')
  const days = new Map<string, string>()
  for (const [, names = '', day = ''] of plain.matchAll(SENTENCE)) {
    for (const [, name = ''] of names.matchAll(/"([^"]+)"/g)) days.set(name, day)
  }
  return days
}

/** The same of Anthropic's client, whose list has days in words: `November 30th, 2026`. @see @anthropic-ai/sdk/resources/messages */
export function anthropicWithdrawals(script: string): ReadonlyMap<string, string> {
  const list = /DEPRECATED_MODELS = \{([^}]*)\}/.exec(script)?.[1] ?? ''
  const days = new Map<string, string>()
  for (const [, name = '', words = ''] of list.matchAll(/'([^']+)':\s*'([^']+)'/g)) {
    const time = Date.parse(`${words.replace(/(\d)(st|nd|rd|th)\b/, '$1')} UTC`)
    if (!Number.isNaN(time)) days.set(name, new Date(time).toISOString().slice(0, 10))
  }
  return days
}

export interface WithdrawalDoubt {
  readonly id: string
  readonly ours: string | null
  readonly theirs: string
}

/** Where a client announces another day than we have. */
export const withdrawalDoubts = (
  models: readonly { readonly id: string; readonly name: string; readonly deprecated?: string }[],
  announced: ReadonlyMap<string, string>,
): readonly WithdrawalDoubt[] =>
  models.flatMap(({ id, name, deprecated }) => {
    const theirs = announced.get(name)
    return theirs === undefined || theirs === deprecated ? [] : [{ id, ours: deprecated ?? null, theirs }]
  })
