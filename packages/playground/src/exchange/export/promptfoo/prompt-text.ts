import type { ContentPart, Message } from '@vitrine/contracts'
import { convertTemplate } from '@vitrine/templating'
import { isPlainText } from '../../conversation/message-text.ts'
import { readsEnvironment } from '../../promptfoo/reads-environment.ts'
import { chatMessage, unsendable } from '../chat-message.ts'
import type { ExportVariant } from '../export-source.ts'
import type { LossList } from '../loss.ts'

/** Names as people write them; the conversion puts spaces beside them. */
const SPACED = /\{\{ ([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*|\[\d+\])*) \}\}/gu

/** A text in the language of the other tool. Nothing that it would read as a placeholder is left in it unless it is one. */
function converted(text: string, variant: ExportVariant, losses: LossList): string {
  const result = convertTemplate(text, variant.templateFormat, 'jinja2')
  if (!result.ok) {
    losses.add('template', { text: text.slice(0, 80), variant: variant.name })
    return text
  }
  if (readsEnvironment(result.text)) losses.add('variable-name', { name: 'env' })
  for (const note of result.notes) losses.add('template', { text: note.text.slice(0, 80), variant: variant.name })
  if (variant.templateFormat === 'jinja2') {
    // The other tool takes it for the end of a comment wherever it stands.
    if (result.text.replaceAll(/\{#[\s\S]*?#\}/g, '').includes('#}')) losses.add('template', { text: '#}', variant: variant.name })
    return result.text
  }
  for (const [tag, name] of result.text.matchAll(/\{\{\$\["(.*?)"\]\}\}/g)) losses.add('variable-name', { name: name ?? tag })
  return result.text.replaceAll(SPACED, '{{$1}}').replaceAll('#}', "#{{ '}' }}")
}

const convertedPart = (part: ContentPart, variant: ExportVariant, losses: LossList): ContentPart =>
  part.type === 'text' ? { ...part, text: converted(part.text, variant, losses) } : part

function convertedMessage(message: Message, variant: ExportVariant, losses: LossList): Message {
  const { content } = message
  if (typeof content === 'string') return { ...message, content: converted(content, variant, losses) }
  return content ? { ...message, content: content.map((part) => convertedPart(part, variant, losses)) } : message
}

/** Nothing but names between double braces, and nothing at its start by which it would be taken for something else. */
const isSimple = (text: string): boolean =>
  /\s/.test(text) && !/^\s*[[{"\d-]|^\w+:/.test(text) && !/\{[{%#]/.test(text.replaceAll(/\{\{ ?[\p{L}_][\p{L}\p{N}_.]* ?\}\}/gu, ''))

/**
 * A prompt as one text: what the user says, or the list of messages as JSON. A plain text is rendered twice by the other tool, so it is
 * used only where neither it nor any value has more than names between braces.
 */
export function promptText(variant: ExportVariant, hasBracesInValues: boolean, losses: LossList): string {
  const messages = variant.messages.map((message) => convertedMessage(message, variant, losses))
  const [only] = messages
  for (const what of unsendable(messages)) losses.add('message-parts', { what })
  const isAlone = messages.length === 1 && only?.role === 'user' && isPlainText(only)
  if (isAlone && !hasBracesInValues && isSimple(only.content)) return only.content
  return JSON.stringify(messages.map(chatMessage), null, 2)
}
