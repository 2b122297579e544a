import type { ContentPart, Message } from '@vitrine/contracts'

/** The text of a message: all of it, or that of its text parts. */
export const messageText = ({ content }: Pick<Message, 'content'>): string =>
  typeof content === 'string' ? content : (content ?? []).flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')

/** The content with another text; parts that are no text stay where they are. */
export function withText(content: Message['content'], text: string): string | readonly ContentPart[] {
  if (content === undefined || content === null || typeof content === 'string') return text
  const first = content.findIndex((part) => part.type === 'text')
  const rest = content.filter((part, index) => part.type !== 'text' || index === first)
  if (first < 0) return [{ type: 'text', text }, ...rest]
  return rest.map((part) => (part.type === 'text' ? { type: 'text', text } : part))
}

/** The kinds of parts that are no text, each once. */
export const otherParts = ({ content }: Pick<Message, 'content'>): readonly string[] =>
  typeof content === 'string' ? [] : [...new Set((content ?? []).map(({ type }) => type))].filter((type) => type !== 'text')
