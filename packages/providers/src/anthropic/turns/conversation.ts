import type { TextBlockParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { ErrorDetail, Message } from '@vitrine/contracts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import { toAssistantBlocks } from './assistant-blocks.ts'
import { toContentBlocks, toTextBlocks } from './content-blocks.ts'
import type { ModelRules } from '../model-rules.ts'
import { toToolId } from './tool-id.ts'
import { createRefusals, type TurnContext } from './turn-context.ts'
import { Turns } from './turns.ts'
import type { WireBlock, WireTurn } from '../wire.ts'

export type Conversation =
  | { readonly ok: true; readonly system?: string | readonly TextBlockParam[]; readonly messages: readonly WireTurn[] }
  | { readonly ok: false; readonly error: ErrorDetail }

const isInstruction = ({ role }: Message): boolean => role === 'system' || role === 'developer'

/**
 * A prompt's messages as the Messages API takes them: instructions apart, results of tools as the user's, turns of one speaker joined.
 * Instructions between the turns stay where they are for models that take them there, and else are put before the conversation.
 */
export function toConversation(messages: readonly Message[], rules: ModelRules, report: ReportBuilder): Conversation {
  const refusals = createRefusals()
  const context: TurnContext = { rules, report, refuse: refusals.refuse }
  const system: TextBlockParam[] = []
  const turns = new Turns()
  for (const [position, message] of messages.entries()) {
    const path = `messages[${position}]`
    if (message.name !== undefined) report.drop(`${path}.name`, 'the Messages API has no names of speakers')
    if (!isInstruction(message)) {
      const blocks = toTurnBlocks(message, path, context)
      if (blocks.length > 0) turns.add(message.role === 'assistant' ? 'assistant' : 'user', blocks)
      else report.drop(path, 'it is empty, and the Messages API takes no empty message')
      continue
    }
    const blocks = toTextBlocks(message, path, context)
    if (blocks.length === 0) report.drop(path, 'it is empty, and the Messages API takes no empty message')
    else if (turns.isEmpty) system.push(...blocks)
    else if (rules.systemTurns && turns.mayInstruct && isBeforeAnswer(messages, position)) turns.add('system', blocks)
    else {
      system.push(...blocks)
      report.change(`${path}.role`, message.role, 'system', 'this model takes instructions before the conversation only: sent with those')
    }
  }
  if (refusals.first !== null) return { ok: false, error: refusals.first }
  if (turns.isEmpty && !askWithInstructions(system, turns, report)) return { ok: false, error: NOTHING_TO_SEND }
  return { ok: true, messages: turns.toWire(), ...(system.length === 0 ? {} : { system: toSystem(system) }) }
}

function toTurnBlocks(message: Message, path: string, context: TurnContext): readonly WireBlock[] {
  if (message.role === 'assistant') return toAssistantBlocks(message, path, context)
  if (message.role === 'user') return toContentBlocks(message, path, context)
  const { content, toolCallId = '' } = message
  const result = typeof content === 'string' ? content : [...toContentBlocks(message, path, context)]
  return [
    {
      type: 'tool_result',
      tool_use_id: toToolId(toolCallId, `${path}.tool_call_id`, context),
      ...(result.length === 0 ? {} : { content: result }),
    },
  ]
}

/** Where an instruction may stand: after the user, and before an answer that is there or still to come. */
function isBeforeAnswer(messages: readonly Message[], position: number): boolean {
  for (let at = position + 1; ; at += 1) {
    const next = messages[at]
    if (next === undefined || next.role === 'assistant') return true
    if (!isInstruction(next)) return false
  }
}

const NOTHING_TO_SEND: ErrorDetail = {
  code: 'invalid_request',
  message: 'There is no message to send: all of them are empty. Write one.',
  meta: { issues: [{ path: 'messages', message: 'at least one message has to say something' }] },
}

/** A prompt may be nothing but instructions, as other providers take it. */
function askWithInstructions(system: TextBlockParam[], turns: Turns, report: ReportBuilder): boolean {
  const last = system.pop()
  if (last === undefined) return false
  turns.add('user', [last])
  report.change(
    'messages',
    'system',
    'user',
    'the Messages API wants at least one message of the user: the last instructions are sent as one',
  )
  return true
}

function toSystem(blocks: readonly TextBlockParam[]): string | readonly TextBlockParam[] {
  const [only] = blocks
  return blocks.length === 1 && only !== undefined ? only.text : blocks
}
