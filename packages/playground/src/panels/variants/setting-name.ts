import type { ModelSettings } from '@vitrine/contracts'
import type { Say } from '../../messages/use-text.ts'

/** What a setting is called in the configuration. */
export function settingName(name: keyof ModelSettings, say: Say<'modelConfig'>): string {
  switch (name) {
    case 'maxCompletionTokens':
      return say('maxTokens')
    case 'thinking':
      return say('thinkingLabel')
    case 'logprobs':
      return say('returnLogprobs')
    case 'responseFormat':
      return say('format')
    case 'toolChoice':
    case 'toolLoop':
      return say('tools')
    case 'api':
    case 'stream':
    case 'extraBody':
      return name
    default:
      return say(name)
  }
}
