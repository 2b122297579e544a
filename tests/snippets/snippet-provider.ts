import { apiOfUrl } from '@vitrine/contracts'
import {
  anthropicMessage,
  anthropicStream,
  chatCompletion,
  chatStream,
  type FakeProvider,
  type FakeReply,
  jsonReply,
  type RecordedRequest,
  responsesStream,
  responsesWhole,
  sseReply,
  startFakeProvider,
} from '@vitrine/testkit'

/** Short enough to come in one piece, so that it can be found in what a program prints. */
export const ANSWER = 'Yes'

/** Anthropic names every event on a line of its own, and its clients read nothing else. */
const withEventNames = (reply: FakeReply): FakeReply => ({
  ...reply,
  body: String(reply.body).replaceAll(/^data: \{"type":"([a-z_]+)"/gm, (line, type: string) => `event: ${type}\n${line}`),
})

function answerTo({ path, headers, text }: Pick<RecordedRequest, 'path' | 'headers' | 'text'>): FakeReply {
  const body: unknown = JSON.parse(text)
  const isStream = typeof body === 'object' && body !== null && 'stream' in body && body.stream === true
  switch (apiOfUrl(path)) {
    case 'chat':
      return isStream ? chatStream(ANSWER) : chatCompletion(ANSWER)
    case 'responses':
      return isStream ? responsesStream(ANSWER) : responsesWhole(ANSWER)
    case 'messages':
      return isStream ? withEventNames(anthropicStream(ANSWER)) : anthropicMessage(ANSWER)
    default:
      return headers['accept'] === 'text/event-stream' ? sseReply([ANSWER]) : jsonReply({ data: ANSWER })
  }
}

/** A provider of every wire dialect, and our own service, behind addresses that tell the asking programs apart. */
export async function startSnippetProvider(): Promise<
  FakeProvider & { readonly origin: string; readonly requestOf: (number: number) => RecordedRequest | undefined }
> {
  const provider = await startFakeProvider()
  provider.respond(answerTo)
  return Object.assign(provider, {
    origin: new URL(provider.baseUrl).origin,
    requestOf: (number: number) => provider.requests.find(({ path }) => path.startsWith(`/n${number}/`)),
  })
}
