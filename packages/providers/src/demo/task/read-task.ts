import type { ChatMessage } from '../chat-request.ts'
import { lastUserText, messageText } from '../message-text.ts'
import { hasIntent, intentsIn } from './intents.ts'
import { separate } from './separate.ts'

/** What the model is asked, as far as it can tell. */
export interface Task {
  /** The words that say what to do; empty where nobody says anything that a skill knows. */
  readonly instruction: string
  /** What it is to be done with; empty where it is not told apart from the instruction. */
  readonly data: string
  /** Everything that may state rules and options: the system messages and the instruction. */
  readonly rules: string
  /** The last message of the user, whole. */
  readonly said: string
  readonly seed: number | null
}

/** `Ticket: …`: a name before the only text, no part of it. */
const withoutLabel = (text: string): string => {
  const match = /^\s*\p{L}[\p{L}\d]*(?: [\p{L}\d]+){0,2}:\s+(?=\S)/u.exec(text)
  return match === null || /\n\s*\p{L}[\p{L} _]{0,30}:\s/u.test(text) ? text.trim() : text.slice(match[0].length).trim()
}

/** `Ticket: …`: what a form was filled in with. Under a task of the system's it is data, whatever the words in it would ask for alone. */
function isFilledIn(text: string): boolean {
  const label = /^\s*(\p{L}[\p{L}\d _-]{0,30}):\s/u.exec(text)?.[1]
  return label !== undefined && !hasIntent(label)
}

/** A system message that names several skills only says what the user may ask for; one that names one sets the task. */
function setsTask(system: string): boolean {
  const intents = intentsIn(system)
  return intents.length === 1 || intents.includes('choose')
}

/**
 * Reads messages as a task. What the user plainly asks goes first; then what the system message asks, of which all the user said is the
 * data; then what the user's wording may mean.
 */
export function readTask(messages: readonly ChatMessage[], seed: number | null): Task {
  const system = messages
    .filter(({ role }) => role === 'system' || role === 'developer')
    .map(messageText)
    .join('\n\n')
  const said = lastUserText(messages)
  const own = setsTask(system) && isFilledIn(said) ? { instruction: '', data: '', isMarked: false } : separate(said)
  if (hasIntent(own.instruction) && (own.isMarked || !setsTask(system))) {
    return { instruction: own.instruction, data: withoutLabel(own.data), rules: `${system}\n\n${own.instruction}`.trim(), said, seed }
  }
  return {
    instruction: setsTask(system) ? system : '',
    data: own.isMarked ? own.data : withoutLabel(said),
    rules: `${system}\n\n${own.isMarked ? own.instruction : ''}`.trim(),
    said,
    seed,
  }
}
