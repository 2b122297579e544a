import { useMemo } from 'react'
import { useText } from '../../../messages/use-text.ts'
import box from '../drawer.module.css'
import { summaryOf, type Token } from './tokens.ts'
import type { LogprobFormats } from './use-logprob-formats.ts'

/** The whole answer in three figures. */
export function SummaryLine({ tokens, formats: { logprob } }: { readonly tokens: readonly Token[]; readonly formats: LogprobFormats }) {
  const say = useText('logprobs')
  const summary = useMemo(() => summaryOf(tokens), [tokens])
  if (summary === null) return null
  const { sum, mean, perplexity, count } = summary
  return (
    <p className={box.muted} title={say('summaryWhy')} data-part="logprobs-summary">
      {say('summary', { sum: logprob(sum), mean: logprob(mean), perplexity: logprob(perplexity), count })}
    </p>
  )
}
