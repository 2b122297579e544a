import type { Message, ModelSettings, ResponseFormat, ThinkingSetting, Tool, ToolChoice } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import { type JsonObject, defined, isList, isObject, textMember } from '../../data/json-object.ts'
import { readStop } from './chat-dialect.ts'
import { createCallNames, instructionText, readGeminiContent } from './gemini-content.ts'
import { eitherMember, eitherNumber, eitherObject, eitherText, otherNames, plainSchema } from './gemini-names.ts'
import type { RequestDialect } from './request-dialect.ts'

const READ = ['model', 'contents', 'systemInstruction', 'generationConfig', 'tools', 'toolConfig'] as const
const CONFIG = [
  'temperature',
  'topP',
  'maxOutputTokens',
  'stopSequences',
  'seed',
  'presencePenalty',
  'frequencyPenalty',
  'responseLogprobs',
  'logprobs',
  'responseMimeType',
  'responseSchema',
  'responseJsonSchema',
  'thinkingConfig',
] as const

function formatOf(config: JsonObject): ResponseFormat | undefined {
  const schema = plainSchema(eitherMember(config, 'responseJsonSchema') ?? eitherMember(config, 'responseSchema'))
  if (isObject(schema)) return { type: 'json_schema', jsonSchema: { name: 'answer', schema } }
  return eitherText(config, 'responseMimeType') === 'application/json' ? { type: 'json_object' } : undefined
}

/** A budget of nothing means none, one below that means as much as the model likes. */
function thinkingOf(config: JsonObject): ThinkingSetting | undefined {
  const budgetTokens = eitherNumber(eitherObject(config, 'thinkingConfig'), 'thinkingBudget')
  if (budgetTokens === undefined) return undefined
  return budgetTokens > 0 ? { type: 'enabled', budgetTokens } : { type: budgetTokens === 0 ? 'disabled' : 'adaptive' }
}

function functionOf(value: unknown): Tool | null {
  const name = isObject(value) ? textMember(value, 'name') : undefined
  if (!isObject(value) || name === undefined) return null
  const parameters = plainSchema(eitherMember(value, 'parametersJsonSchema') ?? eitherMember(value, 'parameters'))
  return {
    type: 'function',
    function: { name, ...defined({ description: textMember(value, 'description') }), ...(isObject(parameters) ? { parameters } : {}) },
  }
}

function toolsOf(value: unknown, tell: TellLost): readonly Tool[] | undefined {
  const tools = (isList(value) ? value : isObject(value) ? [value] : []).filter(isObject).flatMap((tool) => {
    const declared = eitherMember(tool, 'functionDeclarations')
    for (const name of otherNames(tool, ['functionDeclarations'])) tell(`tools.${name}`)
    return (isList(declared) ? declared : []).flatMap((made) => functionOf(made) ?? [])
  })
  return tools.length > 0 ? tools : undefined
}

function choiceOf(config: JsonObject): ToolChoice | undefined {
  const calling = eitherObject(config, 'functionCallingConfig')
  const mode = eitherText(calling, 'mode')?.toLowerCase()
  const allowed = eitherMember(calling, 'allowedFunctionNames')
  const [only, ...others] = isList(allowed) ? allowed : []
  if (mode === 'any' && typeof only === 'string' && others.length === 0) return { type: 'function', function: { name: only } }
  return mode === 'auto' || mode === 'none' ? mode : mode === 'any' ? 'required' : undefined
}

/** `…/models/gemini-x:generateContent`, or the member that some libraries write. */
function modelOf(body: JsonObject, url: string): string | undefined {
  const named = /\/models\/([^/:?#]+)(?=[:?#]|$)/.exec(url)?.[1] ?? textMember(body, 'model')?.replace(/^models\//, '')
  return named === undefined || named.includes('/') ? named : `google/${named}`
}

/**
 * `POST …:generateContent`. Nothing of it is kept as extra JSON: whoever is asked through us would not know it.
 * @see https://ai.google.dev/api/generate-content
 */
export const readGeminiRequest: RequestDialect = (body, tell, url = '') => {
  const config = eitherObject(body, 'generationConfig')
  const thinking = eitherObject(config, 'thinkingConfig')
  const names = createCallNames()
  const system = instructionText(eitherMember(body, 'systemInstruction'))
  const opening: readonly Message[] = system === '' ? [] : [{ role: 'system', content: system }]
  const given = eitherMember(body, 'contents')
  const contents = isList(given) ? given : [given]
  for (const name of otherNames(body, READ)) tell(name)
  for (const name of otherNames(config, CONFIG)) tell(`generationConfig.${name}`)
  for (const name of otherNames(thinking, ['thinkingBudget', 'thinkingLevel'])) tell(`thinkingConfig.${name}`)
  const settings: Partial<ModelSettings> = defined({
    model: modelOf(body, url),
    temperature: eitherNumber(config, 'temperature'),
    topP: eitherNumber(config, 'topP'),
    maxTokens: eitherNumber(config, 'maxOutputTokens'),
    frequencyPenalty: eitherNumber(config, 'frequencyPenalty'),
    presencePenalty: eitherNumber(config, 'presencePenalty'),
    stop: readStop(eitherMember(config, 'stopSequences')),
    seed: eitherNumber(config, 'seed'),
    logprobs: eitherMember(config, 'responseLogprobs') === true ? true : undefined,
    topLogprobs: eitherNumber(config, 'logprobs'),
    reasoningEffort: eitherText(thinking, 'thinkingLevel')?.toLowerCase(),
    thinking: thinkingOf(config),
    responseFormat: formatOf(config),
    tools: toolsOf(eitherMember(body, 'tools'), tell),
    toolChoice: choiceOf(eitherObject(body, 'toolConfig')),
    stream: /:streamGenerateContent/.test(url) ? true : undefined,
  })
  const messages = [...opening, ...contents.flatMap((content) => readGeminiContent(content, names, tell))]
  return { messages, settings, read: new Set(Object.keys(body)) }
}
