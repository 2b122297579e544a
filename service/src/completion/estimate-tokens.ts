import type { Message, ModelSettings } from '@vitrine/contracts'

/** What a message costs beside its text: its role and the marks around it. */
const TOKENS_PER_MESSAGE = 4
const REPLY_PRIMER = 3
const LATIN_CHARACTERS_PER_TOKEN = 4

/** Writing systems without blanks between words take about a token for each sign. */
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g

function tokensOf(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0
  return wide + Math.ceil((text.length - wide) / LATIN_CHARACTERS_PER_TOKEN)
}

function textOf({ content, toolCalls, name }: Message): string {
  const written = typeof content === 'string' ? content : (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('\n')
  const calls = (toolCalls ?? []).map(({ function: called }) => called.name + called.arguments).join('\n')
  return [written, calls, name ?? ''].join('')
}

/** About how many tokens a prompt has, by the length of its text, its tools and its schema; images and files are not counted. */
export function estimateTokens(messages: readonly Message[], settings: ModelSettings): number {
  const spoken = messages.reduce((sum, message) => sum + TOKENS_PER_MESSAGE + tokensOf(textOf(message)), REPLY_PRIMER)
  const tools = settings.tools === undefined || settings.tools.length === 0 ? 0 : tokensOf(JSON.stringify(settings.tools))
  const { responseFormat } = settings
  const schema = responseFormat?.type === 'json_schema' ? tokensOf(JSON.stringify(responseFormat.jsonSchema)) : 0
  return spoken + tools + schema
}
