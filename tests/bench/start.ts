import { startService } from '../running/service-process.ts'
import { clientOf, requestFor } from '../running/service-client.ts'
import { type BenchResult, compared } from './result.ts'

const ROUNDS = 3

/** From the start of the service, installed and built, to its first whole answer; against five seconds. */
export async function startBench(): Promise<readonly BenchResult[]> {
  const pairs: [number, number][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    const service = await startService()
    try {
      const reply = await clientOf(service.origin).runOnce('completion', requestFor('demo/echo'))
      if (!reply.ok) throw new Error(reply.failure.message)
      pairs.push([(performance.now() - start) / 1000, 5])
    } finally {
      await service.stop()
    }
  }
  return [compared({ bench: 'start', what: 'start to first answer', unit: 's', goal: 1, peerName: 'budget' }, pairs)]
}
