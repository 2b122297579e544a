import { openAiResponses, type PreparedCall } from '@vitrine/providers'
import { fieldsOf, isFields, listOf, patternOf, type Fields } from './fields.ts'
import { toSeedCall } from './seed-settings.ts'
import { met, same, unknownWish, type Verdict } from './verdict.ts'

const ENDPOINT = { baseUrl: 'https://api.openai.com/v1', apiKey: 'sk-none' }

/** Prepares the call of a case, or throws why it is refused. */
export function prepared(parameters: Fields): PreparedCall {
  const { messages, settings } = toSeedCall(parameters)
  const model = typeof parameters['model'] === 'string' ? parameters['model'] : ''
  const stream = parameters['stream'] !== false
  const preparation = openAiResponses.prepare({ endpoint: ENDPOINT, model, facts: null, messages, settings, stream })
  if (!preparation.ok) throw new Error(preparation.error.message)
  return preparation.call
}

/**
 * The body without what is ours by default and says that nothing is asked of the provider: `store: false`, the sealed reasoning that takes
 * the place of state, and `stream` where the case does not speak of it.
 */
export function askedFor(text: string, parameters: Fields): Fields {
  const { store, include, stream, ...body } = fieldsOf(JSON.parse(text))
  const isOurs = listOf(include).every((one) => one === 'reasoning.encrypted_content')
  return {
    ...body,
    ...(store === undefined || store === false ? {} : { store }),
    ...(include === undefined || isOurs ? {} : { include }),
    ...(stream === undefined || parameters['stream'] === undefined ? {} : { stream }),
  }
}

/**
 * U+FFFD in a prompt: the cases keep the origin's way, to send a question mark instead, and note that ours is another: verbatim, with a
 * warning. What they want is read so.
 */
function inputWish(wanted: unknown, parameters: Fields, call: PreparedCall): { readonly input: unknown; readonly problem: string | null } {
  const sent = listOf(parameters['messages']).filter(isFields)
  if (!JSON.stringify(sent).includes('\ufffd')) return { input: wanted, problem: null }
  const isWarned = call.notes?.some(({ level, text }) => level === 'warning' && text.includes('U+FFFD')) ?? false
  return { input: sent, problem: isWarned ? null : 'no warning of U+FFFD' }
}

export function judgeBuildRequest(input: unknown, expected: unknown): Verdict {
  const parameters = fieldsOf(input)
  const wishes = fieldsOf(expected)
  let call: PreparedCall
  try {
    call = prepared(parameters)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return met({ thrown: message }, 'throws' in wishes && patternOf(wishes['throws']).test(message) ? null : 'throws')
  }
  const body = askedFor(call.request.body, parameters)
  return met(
    body,
    ...Object.entries(wishes).flatMap(([name, wanted]): readonly (string | null)[] => {
      if (name === 'throws') return ['throws']
      if (name === 'equals') return [same(name, body, wanted)]
      if (name !== 'inputEquals') return bodyProblems(name, wanted, body)
      const { input: wish, problem } = inputWish(wanted, parameters, call)
      return [same(name, body['input'], wish), problem]
    }),
  )
}

/** What is wanted of a body that was sent: fields that are there, or not, and how many items. */
export function bodyProblems(name: string, wanted: unknown, body: Fields): readonly (string | null)[] {
  if (name === 'has' && Array.isArray(wanted)) return wanted.map((field) => (String(field) in body ? null : `has ${String(field)}`))
  if (name === 'has') return Object.entries(fieldsOf(wanted)).map(([field, value]) => same(`has ${field}`, body[field], value))
  if (name === 'absent') return listOf(wanted).map((field) => (String(field) in body ? `absent ${String(field)}` : null))
  if (name === 'inputEquals') return [same(name, body['input'], wanted)]
  if (name === 'inputCount') return [same(name, listOf(body['input']).length, wanted)]
  return [unknownWish(name)]
}
