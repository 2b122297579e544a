import { told } from './client-failure.ts'
import type { FailureEvent } from './read-stream.ts'

/**
 * Events of something whose code comes when it is first asked for: a page that only reads documents loads nothing that reads streams.
 * It never throws: code that does not arrive is a failure like a service that does not answer.
 */
export async function* lateEvents<Event>(load: () => Promise<AsyncIterable<Event>>): AsyncGenerator<Event | FailureEvent, void, void> {
  let events: AsyncIterable<Event>
  try {
    events = await load()
  } catch (error) {
    yield {
      type: 'failure',
      failure: {
        code: 'unreachable',
        message: `A part of the page could not be loaded, so nothing was sent. ${String(error)}`,
        meta: told('part-missing'),
      },
    }
    return
  }
  yield* events
}
