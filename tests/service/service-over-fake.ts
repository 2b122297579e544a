import { type FakeProvider, startFakeProvider } from '@vitrine/testkit'
import { standing } from '../running/standing.ts'
import { type SpawnedService, spawnService } from './spawned-service.ts'

export interface ServiceOverFake {
  readonly provider: FakeProvider
  readonly service: SpawnedService
}

/** A service that takes a fake provider for OpenAI, for all tests of a file. */
export function serviceOverFake(env: Readonly<Record<string, string>> = {}): ServiceOverFake {
  const provider = standing(startFakeProvider, (started) => started.close())
  const service = standing(
    () => spawnService({ OPENAI_API_KEY: 'sk-test-key-0123456789', OPENAI_BASE_URL: provider().baseUrl, ...env }),
    (spawned) => spawned.stop(),
  )
  return {
    get provider() {
      return provider()
    },
    get service() {
      return service()
    },
  }
}
