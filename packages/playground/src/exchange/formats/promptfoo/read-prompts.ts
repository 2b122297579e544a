import type { Message, TemplateFormat } from '@vitrine/contracts'
import { readChatMessage } from '../../conversation/read-chat-message.ts'
import { parsedJson } from '../../data/json-document.ts'
import { type JsonObject, isList, isObject, member, textMember } from '../../data/json-object.ts'
import type { FormatInput } from '../../import/format-reader.ts'
import type { ReadingLimits } from '../../import/limits.ts'
import type { ProblemList } from '../../import/problem-list.ts'
import { environmentNames } from '../../promptfoo/reads-environment.ts'
import type { ImportedPrompt } from '../../import/recognition.ts'
import { yamlList } from './yaml-list.ts'

/** What prompts are read by. */
export type PromptContext = Pick<FormatInput, 'problems' | 'limits'>

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

/** A list in JSON or in YAML; null for a text that is neither. */
async function listOf(raw: string, limits: ReadingLimits): Promise<readonly unknown[] | null> {
  const json = /^\s*\[/.test(raw) ? parsedJson(raw) : null
  if (json?.ok === true) return isList(json.value) ? json.value : null
  return /^\s*- role:/.test(raw) ? yamlList(raw, limits) : null
}

/** A prompt in one text: a list of messages, or what the user says. Null where a template makes the list. */
async function messagesOf(raw: string, { problems, limits }: PromptContext): Promise<readonly Message[] | null> {
  const list = await listOf(raw, limits)
  const chat = list === null ? null : chatOf(list, problems)
  if (chat !== null) return chat
  return /^\s*(- role:|\[\s*\{(%|\s*"role"))/.test(raw) ? null : [{ role: 'user', content: raw }]
}

/** A text that names files: they stay where they are. */
const isReference = (text: string): boolean =>
  /^(file|https?|package|langfuse|portkey|helicone|exec|python):/.test(text) ||
  (/^[\w./*-]+\.(txt|json|jsonl|ya?ml|md|j2|csv|js|mjs|cjs|ts|py)(:[\w.]+)?$/.test(text) && !text.includes(' '))

function named(label: string | undefined, messages: readonly Message[], problems: ProblemList): NamedPrompt {
  const texts = textsOf(messages)
  const templateFormat = formatOf(texts)
  const names = [...new Set(texts.flatMap(environmentNames))]
  if (names.length > 0) problems.add('warning', 'reads-environment', { names: names.join(', ') })
  if (templateFormat === 'jinja2') problems.add('notice', 'template-approximated', { name: label ?? '' })
  return { label, prompt: { mode: 'completion', messages, templateFormat } }
}

const MEMBERS: ReadonlySet<string> = new Set(['label', 'raw', 'id', 'display', 'description'])

async function promptOf(value: unknown, context: PromptContext): Promise<NamedPrompt | null> {
  const { problems } = context
  if (isObject(value)) {
    for (const name of Object.keys(value)) if (!MEMBERS.has(name)) problems.add('warning', 'not-carried', { what: `prompts.${name}` })
  }
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
  if (!isReference(raw.trim())) {
    const messages = await messagesOf(raw, context)
    if (messages !== null) return named(label, messages, problems)
    problems.add('warning', 'not-executed', { what: `prompts: ${raw.trim().slice(0, 40)}…` })
    return null
  }
  problems.add('warning', /\.(js|mjs|cjs|ts|py)(:|$)|^(exec|python):/.test(raw) ? 'not-executed' : 'not-fetched', { what: raw.trim() })
  return null
}

/** The prompts of a configuration, as far as they stand in it. */
export async function readPrompts(config: JsonObject, context: PromptContext): Promise<readonly NamedPrompt[]> {
  const given = member(config, 'prompts')
  const items = isList(given) ? given : given === undefined || given === null ? [] : isObject(given) ? Object.keys(given) : [given]
  const prompts: NamedPrompt[] = []
  for (const item of items) {
    const prompt = await promptOf(item, context)
    if (prompt !== null) prompts.push(prompt)
  }
  return prompts
}
