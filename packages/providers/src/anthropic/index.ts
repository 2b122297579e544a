import type { Dialect } from '../provider.ts'
import { readMessagesBody } from './body.ts'
import { readMessagesFailure } from './failure.ts'
import { prepareMessages } from './request.ts'
import { MessagesReducer } from './stream.ts'

/**
 * The Messages API: Anthropic's wire, spoken by gateways and some other providers too.
 * @see https://platform.claude.com/docs/en/api/messages
 */
export const anthropic: Dialect = {
  name: 'anthropic',
  prepare: prepareMessages,
  createReducer: ({ headers }) => new MessagesReducer(headers),
  readBody: readMessagesBody,
  readFailure: readMessagesFailure,
}
