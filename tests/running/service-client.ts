import { createClient, type RunEvent, type VitrineClient } from '@vitrine/client'
import { type CompletionTestRequest, DEVELOPMENT_PROJECT_ID, type ModelSettings, type Wire } from '@vitrine/contracts'

/** A client of a running development service, with the token that it hands out. */
export function clientOf(origin: string): VitrineClient {
  const ask = async () => {
    const answer = await fetch(`${origin}/services/dev-token`)
    const { token } = (await answer.json()) as { token: string }
    return token
  }
  return createClient({ serviceUrl: `${origin}/services`, projectId: DEVELOPMENT_PROJECT_ID, getToken: ask })
}

export const requestFor = (
  model: string,
  text = 'Say hello to {{name}}.',
  inputs: Readonly<Record<string, unknown>> = { name: 'Ann' },
  settings: Partial<Wire<ModelSettings>> = {},
): CompletionTestRequest => ({
  ag_config: { prompt: { messages: [{ role: 'user', content: text }], template_format: 'curly', llm_config: { ...settings, model } } },
  inputs,
})

export async function eventsOf(run: AsyncIterable<RunEvent>): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = []
  for await (const event of run) events.push(event)
  return events
}

export const textIn = (events: readonly RunEvent[]): string =>
  events.map((event) => (event.type === 'part-delta' ? event.delta : '')).join('')
