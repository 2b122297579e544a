import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { type WatchedPage } from '../running/browser-page.ts'
import { chooseModel, writeMessage } from '../running/playground-page.ts'
import { onePlayground, served } from '../running/served.ts'

describe('how many tokens a message is', () => {
  const on = served({ OPENAI_API_KEY: 'sk-not-used-0123456789' })
  let visit: WatchedPage
  let page: Page
  /** The scripts that the page asked for. */
  const scripts: string[] = []
  onePlayground(on, (opened) => {
    visit = opened
    page = visit.page
    visit.context.on('request', (request) => scripts.push(request.url()))
  })

  const counts = (): Promise<readonly string[]> => page.getByTestId('message').locator('[title*=tokens]').allTextContents()
  const encodings = (): number => scripts.filter((url) => url.includes('token.worker')).length

  it('is estimated by its length, and nothing is loaded for it, where the encoding is not known', async () => {
    await writeMessage(page, 2, 'Hello, world!')
    await expect.poll(counts).toEqual([expect.stringMatching(/^≈ /), '≈ 4 tk'])
    expect(encodings()).toBe(0)
  })

  it('is counted exactly, under the strictest policy, where a model of OpenAI is chosen', async () => {
    await chooseModel(page, 'openai/gpt-4o-mini')
    await expect.poll(counts, { timeout: 20_000 }).toEqual([expect.stringMatching(/^\d+ tk$/), '4 tk'])
    await writeMessage(page, 2, 'Grüße, 世界! <|endoftext|>')
    await expect.poll(counts).toEqual([expect.stringMatching(/^\d+ tk$/), expect.stringMatching(/^\d+ tk$/)])
    expect(encodings()).toBe(1)
    expect(visit.complaints).toEqual([])
  })

  it('is an estimate again with another model', async () => {
    await chooseModel(page, 'demo/writer')
    await expect.poll(counts).toEqual([expect.stringMatching(/^≈ /), expect.stringMatching(/^≈ /)])
  })
})
