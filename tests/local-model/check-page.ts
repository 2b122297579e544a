import { existsSync } from 'node:fs'
import { chromiumLaunch } from '../chromium.ts'
import { launchBrowser, outputOf, untilState } from '../running/browser-page.ts'
import { chooseModel, keepCases, openPlayground } from '../running/playground-page.ts'
import type { Outcome } from './checks.ts'

/** The same model, chosen and run in the playground by hand; null where there is no browser to do it with. */
export async function checkPage(origin: string, name: string): Promise<Outcome | null> {
  if (!existsSync(chromiumLaunch.executablePath)) return null
  const what = 'in the playground'
  const browser = await launchBrowser()
  try {
    const { page } = await openPlayground(browser, origin)
    await keepCases(page, 1)
    await chooseModel(page, name)
    const startMs = performance.now()
    await page.getByTestId('run').first().click()
    await untilState(page, 1, 'done', 'failed')
    const output = outputOf(page, 1)
    const byline = ((await output.getByTestId('byline').textContent()) ?? '').replace(/\s+/g, ' ').trim()
    const [, inputTokens = ''] = /([\d,]+) ?in/.exec(byline) ?? []
    const [, outputTokens = ''] = /([\d,]+) ?out/.exec(byline) ?? []
    const counted = { inputTokens: Number(inputTokens.replaceAll(',', '')), outputTokens: Number(outputTokens.replaceAll(',', '')) }
    return {
      what,
      seen: `says “${byline}”`,
      ok: (await output.getAttribute('data-state')) === 'done' && counted.inputTokens > 0 && counted.outputTokens > 0,
      totalMs: performance.now() - startMs,
      ...counted,
    }
  } catch (cause) {
    return { what, seen: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause), ok: false }
  } finally {
    await browser.close()
  }
}
