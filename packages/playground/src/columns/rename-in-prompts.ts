import type { Message, TemplateFormat } from '@vitrine/contracts'
import { mapPromptTexts } from '@vitrine/templating'
import type { EnhancedMessage, PromptVariant } from '../state/prompt.ts'
import { type RenameFault, renameInTemplate } from './rename-in-template.ts'

/** A text that goes on reading the old name. `message` counts from 1; null is the response format. */
export interface RefusedPlace {
  /** From 0. */
  readonly variant: number
  readonly message: number | null
  readonly fault: RenameFault
}

export interface RenamedPrompts {
  readonly variants: readonly PromptVariant[]
  readonly refused: readonly RefusedPlace[]
}

const MESSAGE = /^messages\[(\d+)\]/

const withContent = (message: EnhancedMessage, { content }: Pick<Message, 'content'> = {}): EnhancedMessage =>
  content === undefined ? message : { ...message, content }

/** Variants whose templates read `to` where they read `from`, as far as that is safe. What changes nothing stays the same object. */
export function renameInPrompts(variants: readonly PromptVariant[], format: TemplateFormat, from: string, to: string): RenamedPrompts {
  const refused = new Map<string, RefusedPlace>()
  const renamed = variants.map((variant, index): PromptVariant => {
    const texts: string[] = []
    const { messages, llmConfig } = variant
    const { responseFormat } = llmConfig
    const mapped = mapPromptTexts({ format, messages, ...(responseFormat && { responseFormat }) }, (source, location) => {
      const result = renameInTemplate(format, source, from, to)
      if (result.ok) {
        if (result.text !== source) texts.push(location)
        return result.text
      }
      const at = MESSAGE.exec(location)?.[1]
      const place = { variant: index, message: at === undefined ? null : Number(at) + 1, fault: result.fault }
      refused.set(`${index} ${at ?? ''}`, place)
      return source
    })
    if (texts.length === 0) return variant
    const isChanged = (prefix: string) => texts.some((location) => location.startsWith(prefix))
    const settings = mapped.responseFormat && isChanged('response_format') && { responseFormat: mapped.responseFormat }
    return {
      id: variant.id,
      messages: messages.map((message, at) => (isChanged(`messages[${at}]`) ? withContent(message, mapped.messages[at]) : message)),
      llmConfig: settings ? { ...llmConfig, ...settings } : llmConfig,
    }
  })
  return { variants: renamed, refused: [...refused.values()] }
}
