import type { RunEvent } from '@vitrine/client'
import type { ChatTestRequest } from '@vitrine/contracts'
import type { ServiceBinding } from '../../bindings.ts'
import { fakeService } from '../model-config/fake-service.ts'
import { sampleModel } from './sample-model.ts'

/** A service that answers each conversation with the next of some streams; what it was asked is written down. */
export function fakeChatService(streams: readonly (readonly RunEvent[])[], models = [sampleModel()]) {
  const asked: ChatTestRequest[] = []
  const left = [...streams]
  const base = fakeService(() => models)
  const service: ServiceBinding = {
    ...base,
    client: {
      ...base.client,
      async *run(_mode, body) {
        if ('messages' in body) asked.push(body)
        yield* left.shift() ?? []
      },
    },
  }
  return { service, asked }
}
