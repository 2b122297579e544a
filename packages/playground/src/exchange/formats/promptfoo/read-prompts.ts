import type { Message, TemplateFormat } from '@vitrine/contracts'
import { readChatMessage } from '../../conversation/read-chat-message.ts'
import { parsedJson } from '../../data/json-document.ts'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import type { ImportedPrompt } from '../../import/recognition.ts'

export interface NamedPrompt {
  readonly label: string | undefined
  readonly prompt: ImportedPrompt
}

const SIMPLE = /\{\{\s*[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*\s*\}\}/gu

/** Plain placeholders are our own default; whatever else the language has is nearest to jinja2. */
const formatOf = (texts: readonly string[]): TemplateFormat =>
  texts.every((text) => !/\{[{%#]/.test(text.replaceAll(SIMPLE, ''))) ? 'curly' : 'jinja2'

const textsOf = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap(({ content }) =>
    typeof content === 'string' ? [content] : (content ?? []).flatMap((part) => (part.type === 'text' ? [part.text] : [])),
  )

function chatOf(items: readonly unknown[], problems: ProblemList): readonly Message[] | null {
  const messages = items.map((item) => readChatMessage(item, (what) => problems.add('warning', 'not-carried', { what })))
  return messages.length === 0 || messages.includes(null) ? null : messages.filter((message) => message !== null)
}

/** A prompt in one text: a list of messages as JSON, or what the user says. */
function messagesOf(raw: string, problems: ProblemList): readonly Message[] {
  const parsed = /^\s*\[/.test(raw) ? parsedJson(raw) : null
  const chat = parsed?.ok === true && isList(parsed.value) ? chatOf(parsed.value, problems) : null
  return chat ?? [{ role: 'user', content: raw }]
}

/** A text that names files: they stay where they are. */
const isReference = (text: string): boolean =>
  /^(file|https?|package|langfuse|portkey|helicone|exec|python):/.test(text) ||
  (/^[\w./*-]+\.(txt|json|jsonl|ya?ml|md|j2|csv|js|mjs|cjs|ts|py)(:[\w.]+)?$/.test(text) && !text.includes(' '))

function named(label: string | undefined, messages: readonly Message[], problems: ProblemList): NamedPrompt {
  const templateFormat = formatOf(textsOf(messages))
  if (templateFormat === 'jinja2') problems.add('notice', 'template-approximated', { name: label ?? '' })
  return { label, prompt: { mode: 'completion', messages, templateFormat } }
}

function promptOf(value: unknown, problems: ProblemList): NamedPrompt | null {
  if (isList(value)) {
    const messages = chatOf(value, problems)
    return messages === null ? null : named(undefined, messages, problems)
  }
  const label = isObject(value) ? textMember(value, 'label') : undefined
  const raw = typeof value === 'string' ? value : isObject(value) ? (textMember(value, 'raw') ?? textMember(value, 'id')) : undefined
  if (raw === undefined) {
    problems.add('warning', 'not-carried', { what: 'prompts' })
    return null
  }
  if (!isReference(raw.trim())) return named(label, messagesOf(raw, problems), problems)
  problems.add('warning', /\.(js|mjs|cjs|ts|py)(:|$)|^(exec|python):/.test(raw) ? 'not-executed' : 'not-fetched', { what: raw.trim() })
  return null
}

/** The prompts of a configuration, as far as they stand in it. */
export function readPrompts(config: JsonObject, problems: ProblemList): readonly NamedPrompt[] {
  const given = member(config, 'prompts')
  const items = isList(given) ? given : given === undefined || given === null ? [] : isObject(given) ? Object.keys(given) : [given]
  return items.flatMap((item) => promptOf(item, problems) ?? [])
}
