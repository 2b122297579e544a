import { MESSAGE_ROLES, type ContentPart, type Message } from '@vitrine/contracts'
import { type JsonObject, isList, isObject, member } from '../data/json-object.ts'
import { DocumentFault } from './document-fault.ts'
import { listAt, objectAt, oneOf } from './read-members.ts'

const textsIn = (value: unknown, needed: readonly string[], allowed: readonly string[] = []): boolean =>
  isObject(value) &&
  needed.every((name) => typeof member(value, name) === 'string') &&
  allowed.every((name) => ['string', 'undefined'].includes(typeof member(value, name)))

function isPart(value: unknown): value is ContentPart {
  if (!isObject(value)) return false
  switch (member(value, 'type')) {
    case 'text':
      return textsIn(value, ['text'])
    case 'image_url':
      return textsIn(member(value, 'imageUrl'), ['url'], ['detail'])
    case 'input_audio':
      return textsIn(member(value, 'inputAudio'), ['data', 'format'])
    case 'file':
      return textsIn(member(value, 'file'), [], ['fileId', 'fileData', 'filename', 'format'])
    default:
      return false
  }
}

const isContent = (value: unknown): boolean => value === null || typeof value === 'string' || (isList(value) && value.every(isPart))
const isCall = (value: unknown): boolean =>
  textsIn(value, ['id']) && isObject(value) && textsIn(member(value, 'function'), ['name', 'arguments'])
const isThought = (value: unknown): boolean => textsIn(value, ['text'], ['signature', 'redacted'])
const isNative = (value: unknown): boolean => textsIn(value, ['dialect'], ['id']) && isObject(value) && isList(member(value, 'items'))
const isText = (value: unknown): boolean => typeof value === 'string'
const listOf =
  (holds: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    isList(value) && value.every(holds)

/** What each member of a message has to be; one that is new does not compile until it stands here. */
const MEMBERS: Readonly<Record<Exclude<keyof Message, 'role'>, (value: unknown) => boolean>> = {
  content: isContent,
  name: isText,
  toolCalls: listOf(isCall),
  toolCallId: isText,
  refusal: isText,
  thinking: listOf(isThought),
  native: isNative,
}

/** A message as our own documents hold it. Members that are none of a message are left out. */
export function readMessage(given: unknown, path: string): Message {
  const value = objectAt(given, path)
  const role = oneOf(value, 'role', MESSAGE_ROLES, path)
  const held = Object.entries(MEMBERS).filter(([name]) => member(value, name) !== undefined)
  for (const [name, holds] of held) if (!holds(value[name])) throw new DocumentFault(`${path}.${name}`, 'message')
  return { ...Object.fromEntries(held.map(([name]) => [name, value[name]])), role }
}

export const readMessages = (value: JsonObject, name: string, path: string): readonly Message[] =>
  listAt(value, name, path).map((message, index) => readMessage(message, `${path}${path === '' ? '' : '.'}${name}[${index}]`))
