import { describe, expect, it } from 'vitest'
import type { FallbackReason } from '../events.ts'
import { workerPort } from './worker-port.ts'

/** As much of a worker as a port touches. */
class FakeWorker extends EventTarget {
  readonly posted: unknown[] = []
  terminated = 0
  onmessage = null
  onmessageerror = null
  onerror = null
  postMessage(message: unknown): void {
    this.posted.push(message)
  }
  terminate(): void {
    this.terminated++
  }
}
const violation = (effectiveDirective: string) => Object.assign(new Event('securitypolicyviolation'), { effectiveDirective })

function setUp() {
  const page = new EventTarget()
  const worker = new FakeWorker()
  const reasons: FallbackReason[] = []
  const port = workerPort(worker, page)
  port.onRefused((reason) => reasons.push(reason))
  return { page, worker, port, reasons }
}

describe('workerPort', () => {
  it.each([
    ['csp', ['worker-src']],
    ['csp', ['img-src', 'script-src']],
    ['load', ['img-src']],
    ['load', []],
  ])('says %s where the page told of %j', async (reason, directives) => {
    const { page, worker, reasons } = setUp()
    for (const directive of directives) page.dispatchEvent(violation(directive))
    const error = new Event('error', { cancelable: true })
    worker.dispatchEvent(error)
    await expect.poll(() => reasons).toEqual([reason])
    expect(error.defaultPrevented).toBe(true)
  })

  it('waits for a violation that is told just after the error', async () => {
    const { page, worker, reasons } = setUp()
    worker.dispatchEvent(new Event('error'))
    page.dispatchEvent(violation('worker-src'))
    await expect.poll(() => reasons).toEqual(['csp'])
  })

  it('ends the worker', () => {
    const { worker, port } = setUp()
    port.terminate()
    expect(worker.terminated).toBe(1)
  })
})
