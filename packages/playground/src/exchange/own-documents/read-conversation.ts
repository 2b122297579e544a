import type { KeptConversation, KeptVersion } from '../../state/kept-conversation.ts'
import { type JsonObject, isList, member } from '../data/json-object.ts'
import type { ProblemList } from '../import/problem-list.ts'
import { DocumentFault } from './document-fault.ts'
import { listAt, objectAt, placeAt, textAt } from './read-members.ts'
import { readMessage } from './read-message.ts'
import { readSettings } from './read-settings.ts'
import { tellUnknown } from './tell-unknown.ts'

function readVersions(value: JsonObject, path: string, problems: ProblemList): readonly KeptVersion[] {
  return listAt(value, 'versions', path).map((given, index) => {
    const own = `${path}.versions[${index}]`
    const version = objectAt(given, own)
    tellUnknown(version, ['message', 'llmConfig'], `${own}.`, problems)
    const settings = member(version, 'llmConfig')
    const message = readMessage(member(version, 'message'), `${own}.message`)
    return settings === undefined ? { message } : { message, llmConfig: readSettings(settings, `${own}.llmConfig`) }
  })
}

/** A place in a list of that many. */
function placeAmong(value: JsonObject, name: string, path: string, count: number): number {
  const place = placeAt(value, name, path)
  if (place < count) return place
  throw new DocumentFault(`${path}.${name}`, 'less', [count])
}

function readTurn(given: unknown, path: string, messages: number, problems: ProblemList) {
  const turn = objectAt(given, path)
  tellUnknown(turn, ['at', 'versions', 'answered'], `${path}.`, problems)
  return {
    at: placeAmong(turn, 'at', path, messages),
    ...(member(turn, 'versions') === undefined ? {} : { versions: readVersions(turn, path, problems) }),
    ...(member(turn, 'answered') === undefined ? {} : { answered: textAt(turn, 'answered', path) }),
  }
}

function readAnswers(given: unknown, path: string, problems: ProblemList) {
  const answers = objectAt(given, path)
  tellUnknown(answers, ['variant', 'wording', 'versions', 'shown'], `${path}.`, problems)
  const versions = readVersions(answers, path, problems)
  return {
    variant: placeAt(answers, 'variant', path),
    wording: textAt(answers, 'wording', path),
    versions,
    ...(member(answers, 'shown') === undefined ? {} : { shown: placeAmong(answers, 'shown', path, versions.length) }),
  }
}

/** What a row of a snapshot says of its conversation beside the messages. */
export function readConversationOf(row: JsonObject, rowPath: string, problems: ProblemList): KeptConversation {
  const path = `${rowPath}.conversation`
  const value = objectAt(member(row, 'conversation'), path)
  const has = (name: string) => member(value, name) !== undefined
  const history = member(row, 'history')
  const messages = isList(history) ? history.length : 0
  tellUnknown(value, ['turns', 'answers', 'chosen', 'source'], `${path}.`, problems)
  return {
    ...(has('turns')
      ? { turns: listAt(value, 'turns', path).map((turn, index) => readTurn(turn, `${path}.turns[${index}]`, messages, problems)) }
      : {}),
    ...(has('answers')
      ? { answers: listAt(value, 'answers', path).map((given, index) => readAnswers(given, `${path}.answers[${index}]`, problems)) }
      : {}),
    ...(has('chosen') ? { chosen: placeAt(value, 'chosen', path) } : {}),
    ...(has('source') ? { source: placeAt(value, 'source', path) } : {}),
  }
}
