import type { Message, ToolCall } from '@vitrine/contracts'
import { asObject, isObject, parsedJson, type Json } from '../../dialect/json.ts'
import { ownNative } from '../../dialect/native-turn.ts'
import { toTextBlocks } from './content-blocks.ts'
import { isUnedited } from './is-unedited.ts'
import { toThinkingBlocks } from './thinking-blocks.ts'
import { toToolId } from './tool-id.ts'
import type { TurnContext } from './turn-context.ts'
import type { WireBlock } from '../wire.ts'

const EDITED = 'the message was edited after it was written, and what was signed then does not fit it any more'

/**
 * An earlier answer as blocks: as its provider wrote it where it came by this dialect and was left as it was, else put together from what
 * our message says of it.
 */
export function toAssistantBlocks(message: Message, path: string, context: TurnContext): readonly WireBlock[] {
  const { report } = context
  const items = ownNative(message, 'anthropic', path, report)
  if (items !== null && isUnedited(message, items)) return items.filter(isObject)
  if (items !== null) report.drop(`${path}.native`, EDITED)
  const thinking = message.thinking ?? []
  const isForeign = message.native !== undefined
  if (isForeign && thinking.length > 0) {
    report.drop(`${path}.thinking`, items === null ? 'it was thought by another provider’s model, and signed by nobody known here' : EDITED)
  }
  return [
    ...(isForeign ? [] : toThinkingBlocks(thinking, path, report)),
    ...toSpokenBlocks(message, path, context),
    ...(message.toolCalls ?? []).map((call, position) => toToolUse(call, `${path}.tool_calls[${position}]`, context)),
  ]
}

function toSpokenBlocks(message: Message, path: string, context: TurnContext): readonly WireBlock[] {
  const text = toTextBlocks(message, path, context)
  const { refusal } = message
  if (refusal === undefined || refusal.trim() === '') return text
  context.report.change(`${path}.refusal`, refusal, { type: 'text' }, 'the Messages API has refusals only in answers: sent as text')
  return [...text, { type: 'text', text: refusal }]
}

function toToolUse({ id, function: called }: ToolCall, path: string, context: TurnContext): WireBlock {
  return { type: 'tool_use', id: toToolId(id, `${path}.id`, context), name: called.name, input: toInput(called.arguments, path, context) }
}

/** Arguments that are cut off or not JSON still have to be shown to the model that wrote them; this is the form its provider names. */
function toInput(text: string, path: string, { report }: TurnContext): Json {
  const input = text.trim() === '' ? {} : asObject(parsedJson(text))
  if (input !== null) return input
  report.change(
    `${path}.function.arguments`,
    text,
    { INVALID_JSON: text },
    'the Messages API takes the arguments of a call as an object only',
  )
  return { INVALID_JSON: text }
}
