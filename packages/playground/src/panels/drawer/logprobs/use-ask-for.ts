import { usePlayground } from '../../../playground-context.ts'
import { useSettingsOf } from '../../variants/use-settings-of.ts'

/** So many of those that were considered are worth a look; providers take up to 5 or 20. */
const OTHERS = 5

/** The settings of the variant's next run, and the way to have it ask for probabilities. */
export function useAskFor(variantId: string) {
  const { prompt } = usePlayground().state
  const llmConfig = useSettingsOf(variantId)
  return {
    settings: llmConfig,
    isAskedNext: llmConfig.logprobs === true,
    ask: () =>
      prompt.variants.replace(
        variantId,
        { llmConfig: { ...llmConfig, logprobs: true, topLogprobs: llmConfig.topLogprobs ?? OTHERS } },
        'settings',
      ),
  }
}
