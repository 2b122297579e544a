import type { ContentPart, Message } from '@vitrine/contracts'
import { createLossList } from '../loss.ts'
import { fileNameOf, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { conversationsOf } from './conversations-of.ts'

/** Role names as the APIs have them: a file for other programs is not translated. */
const heading = ({ role, name }: Message): string => `## ${role}${name === undefined ? '' : ` (${name})`}`

/** A fence longer than any in the text, so that the text cannot leave it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

function partText(part: ContentPart): string {
  if (part.type === 'text') return part.text
  if (part.type === 'image_url') return part.imageUrl.url.startsWith('data:') ? '[image]' : `[image: ${part.imageUrl.url}]`
  return part.type === 'file' ? `[file: ${part.file.filename ?? part.file.fileId ?? 'unnamed'}]` : '[audio]'
}

function messageBlocks(message: Message): readonly string[] {
  const { content, toolCalls = [], refusal } = message
  const text = typeof content === 'string' ? content : (content ?? []).map(partText).join('\n\n')
  const calls = toolCalls.map(({ function: { name, arguments: given } }) => `**${name}**\n\n${fenced(given, 'json')}`)
  return [heading(message), ...[text, refusal ?? ''].filter((block) => block !== ''), ...calls]
}

const kindsOf = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap(({ content, thinking }) => [
    ...(typeof content === 'string' || !content ? [] : content.filter(({ type }) => type !== 'text').map(({ type }) => type)),
    ...(thinking === undefined ? [] : ['thinking']),
  ])

/** Conversations to be read by people. */
export const writeMarkdown: Exporter = async (source) => {
  const losses = createLossList()
  const conversations = await conversationsOf(source, losses)
  const sections = conversations.map(({ variant, model, repetition, messages }, index) =>
    [
      `# ${index + 1} · ${variant} · ${model}${repetition === undefined ? '' : ` · ${repetition}`}`,
      ...messages.flatMap(messageBlocks),
    ].join('\n\n'),
  )
  for (const what of new Set(conversations.flatMap(({ messages }) => kindsOf(messages)))) losses.add('message-parts', { what })
  return makeFile(
    { fileName: fileNameOf(source.name, '.md'), mediaType: 'text/markdown', text: `${sections.join('\n\n---\n\n')}\n` },
    losses,
  )
}
