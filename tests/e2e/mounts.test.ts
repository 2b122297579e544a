import { describe, expect, it } from 'vitest'
import { outputOf, untilState } from '../running/browser-page.ts'
import { served } from '../running/served.ts'

describe('a page that allows no workers', () => {
  const on = served()

  for (const [how, change] of [
    ['worker-src', (policy: string) => policy.replace("worker-src 'self'", "worker-src 'none'")],
    ['Trusted Types', (policy: string) => policy.replace('trusted-types vitrine-worker', "trusted-types 'none'")],
  ] as const)
    it(`by ${how}: runs go over the page’s own thread, with the same answers`, async () => {
      const context = await on.browser.newContext({ viewport: { width: 1440, height: 900 } })
      const page = await context.newPage()
      await page.route(`${on.service.origin}/`, async (route) => {
        const answer = await route.fetch()
        const headers = answer.headers()
        const policy = headers['content-security-policy'] ?? ''
        expect(change(policy)).not.toBe(policy)
        await route.fulfill({ response: answer, headers: { ...headers, 'content-security-policy': change(policy) } })
      })
      await page.goto(on.service.origin)
      await page.getByTestId('run').first().click()
      for (const number of [1, 8]) await untilState(page, number, 'done')
      expect(page.workers()).toEqual([])
      expect(JSON.parse((await outputOf(page, 1).getByTestId('output-text').textContent()) ?? '')).toMatchObject({ intent: 'refund' })
      await context.close()
    })
})
