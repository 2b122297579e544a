import type { TemplateFormat } from '@vitrine/contracts'
import { type ConversionNote, type TemplateProblem, convertTemplate } from '@vitrine/templating'
import type { EnhancedMessage, EnhancedPrompt } from '../../state/prompt.ts'
import { messageText, withText } from '../../state/message-text.ts'

export interface ConvertedText {
  readonly messageId: string
  /** From 1. */
  readonly number: number
  readonly before: string
  readonly after: string
  readonly notes: readonly ConversionNote[]
}

/** What changing the format would do to the messages. Texts that stay as they are, without a note, are not listed. */
export interface PromptConversion {
  readonly from: TemplateFormat
  readonly to: TemplateFormat
  readonly texts: readonly ConvertedText[]
  /** Messages that cannot be read in the present format, and so stay as they are. */
  readonly broken: readonly { readonly number: number; readonly problem: TemplateProblem }[]
}

/** Of several variants a text that is in more than one stands in the list once. */
export function conversionOf(
  variants: readonly Pick<EnhancedPrompt, 'messages'>[],
  from: TemplateFormat,
  to: TemplateFormat,
): PromptConversion {
  const seen = new Set<string>()
  const converted = variants.flatMap(({ messages }) =>
    messages.flatMap((message, index) => {
      const before = messageText(message)
      if (seen.has(before)) return []
      seen.add(before)
      return { number: index + 1, messageId: message.id, before, result: convertTemplate(before, from, to) }
    }),
  )
  return {
    from,
    to,
    texts: converted.flatMap(({ result, before, ...message }) =>
      result.ok && (result.text !== before || result.notes.length > 0)
        ? [{ ...message, before, after: result.text, notes: result.notes }]
        : [],
    ),
    broken: converted.flatMap(({ result, number }) => (result.ok ? [] : [{ number, problem: result.problem }])),
  }
}

export const convertedMessages = (messages: readonly EnhancedMessage[], { texts }: PromptConversion): readonly EnhancedMessage[] =>
  messages.map((message) => {
    const before = messageText(message)
    const text = texts.find((one) => one.before === before)
    return text ? { ...message, content: withText(message.content, text.after) } : message
  })
