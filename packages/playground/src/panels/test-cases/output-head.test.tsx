import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { fakeHost } from '../../fake-host.ts'
import type { Cell } from '../../state/cell.ts'

const host = fakeHost()

afterEach(host.clear)

describe('the head of the outputs', () => {
  const head = page.getByRole('columnheader').last()
  const done = (endMs: number): Partial<Cell> => ({
    state: 'done',
    text: 'Yes.',
    times: { sentMs: 0, firstEventMs: 1, firstTokenMs: 2, endMs },
    cost: { totalUsd: 0.001, source: 'table' },
  })
  const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

  it('sums up what has ended by the second frame', async () => {
    const fake = host.draw()
    await expect.element(head).toMatchTextContent('not run yet')
    for (const [index, endMs] of [400, 600].entries()) {
      fake.setCell(index, done(endMs))
      await twoFrames()
      expect(head.element().textContent).toContain(`${index + 1} of 3 finished`)
    }
    expect(head.element().textContent).toMatch(/\$0\.002.*p50 500ms/)
  })
  it('counts a cost that nobody told as unknown, and not as nothing', async () => {
    const fake = host.draw()
    fake.setCell(0, { state: 'failed', failure: { code: 'provider_error', message: 'It broke.' } })
    await expect.element(head).toMatchTextContent(/–1 of 3 finished/)
    fake.setCell(1, done(400))
    await expect.element(head).toMatchTextContent('$0.0010, 1 unknown')
  })
})
