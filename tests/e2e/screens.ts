import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { cellOf, chooseFormat, chooseModel, drawerPanel, keepCases, openPlayground, writeMessage } from '../running/playground-page.ts'
import { launchBrowser, outputOf, untilState } from '../running/browser-page.ts'
import { startService } from '../running/service-process.ts'

/** Pictures of the real interface, to be held against the mockups: `npx node tests/e2e/screens.ts [width ...]`. */
const folder = join(import.meta.dirname, 'screenshots')
const wanted = process.argv.slice(2).map(Number)
const SIZES = [
  { width: 1440, height: 900 },
  { width: 900, height: 800 },
  { width: 390, height: 844 },
].filter(({ width }) => wanted.length === 0 || wanted.includes(width))
const THEMES = ['light', 'dark'] as const
const TABS = ['output', 'prompt', 'wire', 'trace', 'logprobs', 'checks', 'notes', 'cost', 'code'] as const

type Shoot = (name: string) => Promise<void>

/** Editors and popups settle before a picture is taken. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const animations = document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        void Promise.allSettled(animations.map(({ finished }) => finished)).then(() => requestAnimationFrame(() => done()))
      }),
  )

async function states(page: Page, shoot: Shoot): Promise<void> {
  await shoot('first-visit')
  await page.getByTestId('run').first().click()
  await untilState(page, 1, 'streaming')
  await shoot('running')
  for (const number of [1, 2]) await untilState(page, number, 'done')
  await page.getByTestId('run').first().waitFor()
  await page.getByTestId('stop').waitFor({ state: 'detached' })
  await shoot('done')
  await outputOf(page, 1).hover()
  await outputOf(page, 1).getByRole('button', { name: 'Expand' }).click()
  for (const tab of TABS) {
    await drawerPanel(page, tab)
    await shoot(`drawer-${tab}`)
  }
  await page.keyboard.press('Escape')
  await page.getByTestId('drawer').waitFor({ state: 'detached' })
}

async function faults(page: Page, shoot: Shoot): Promise<void> {
  await keepCases(page, 4)
  await chooseModel(page, 'demo/error-mid-stream')
  await chooseFormat(page, 'Text')
  await page.getByTestId('run').first().click()
  for (const number of [1, 2, 3, 4]) await untilState(page, number, 'failed')
  await shoot('failed')
  await outputOf(page, 1).getByRole('button', { name: 'Raw' }).click()
  await drawerPanel(page, 'output')
  await shoot('failed-drawer')
  await page.keyboard.press('Escape')
  await chooseModel(page, 'demo/rate-limited')
  await page.getByTestId('run').first().click()
  await untilState(page, 1, 'retrying')
  await shoot('retrying')
  for (const number of [1, 2, 3, 4]) await untilState(page, number, 'done')
  await writeMessage(page, 2, 'Ticket: {{ticket}} in {{language}}')
  await untilState(page, 1, 'stale')
  await shoot('stale')
  await page.getByTestId('template-format').click()
  await page.getByRole('menuitemradio', { name: /\{fstring\}/ }).click()
  await page.getByTestId('convert-dialog').getByRole('button', { name: 'Convert', exact: true }).click()
  await writeMessage(page, 2, 'Ticket: {ticket!z}')
  await page.getByText('A template has an error').waitFor()
  await shoot('template-error')
}

async function popups(page: Page, shoot: Shoot): Promise<void> {
  await page.getByTestId('model').click()
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await shoot('models-list')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Actions of message 1' }).click()
  await page.getByRole('menu').waitFor()
  await shoot('message-menu')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Run menu' }).click()
  await page.getByRole('menu').waitFor()
  await shoot('run-menu')
  await page.keyboard.press('Escape')
  await page.getByTestId('template-format').click()
  await page.getByRole('menuitemradio', { name: /jinja2/ }).click()
  await page.getByTestId('convert-dialog').waitFor()
  await shoot('convert-dialog')
  await page.keyboard.press('Escape')
  await page.getByTestId('convert-dialog').waitFor({ state: 'detached' })
  await cellOf(page, 1, 'ticket').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await shoot('keyboard-help')
  await page.keyboard.press('Escape')
  await cellOf(page, 2, 'ticket').dblclick()
  await shoot('cell-editing')
  await page.keyboard.press('Escape')
  await page.getByRole('group', { name: 'Settings' }).getByRole('button', { name: 'Infer from an example' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('infer-dialog')
  await page.keyboard.press('Escape')
}

async function chat(page: Page, shoot: Shoot): Promise<void> {
  await page.getByTestId('mode').getByRole('button', { name: 'Chat' }).click()
  await shoot('chat')
  await page.getByRole('button', { name: 'Open the conversation of case 1' }).click()
  const composer = page.getByTestId('composer')
  await composer.fill('And what should I answer?')
  await shoot('chat-drawer')
  await composer.press('Enter')
  await page.getByTestId('stop').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Add answer to the conversation' }).waitFor()
  await shoot('chat-answered')
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const [service, browser] = await Promise.all([startService(), launchBrowser()])
const problems: string[] = []
for (const { width, height } of SIZES)
  for (const colorScheme of THEMES) {
    const isWide = width > 900
    const scenes: readonly (readonly [string, (page: Page, shoot: Shoot) => Promise<void>])[] = isWide
      ? [
          ['states', states],
          ['faults', faults],
          ['popups', popups],
          ['chat', chat],
        ]
      : [['states', states]]
    for (const [name, scene] of scenes) {
      const { page, context } = await openPlayground(browser, service.origin, { width, height, colorScheme })
      const shoot: Shoot = async (shot) => {
        await settled(page)
        await page.screenshot({ path: join(folder, `${width}-${colorScheme}-${shot}.png`) })
      }
      await scene(page, shoot).catch(async (error: unknown) => {
        problems.push(`${width} ${colorScheme} ${name}: ${String(error)}`)
        await shoot(`problem-${name}`)
      })
      if (name === 'states') {
        await page.goto(`${service.origin}/models`)
        await page.getByRole('table').waitFor()
        await shoot('models')
        if (!isWide) {
          await page.goto(service.origin)
          await page.getByTestId('run').first().waitFor()
          const prompt = page.getByRole('button', { name: 'Prompt' })
          if (await prompt.isVisible()) {
            await prompt.click()
            await page.getByTestId('message').first().waitFor()
            await shoot('prompt')
            await page.getByTestId('model').click()
            await page.getByRole('listbox').getByRole('option').first().waitFor()
            await shoot('models-list')
          }
        }
      }
      await context.close()
    }
  }
await browser.close()
await service.stop()
console.log(problems.length === 0 ? `Pictures are in ${folder}` : problems.join('\n'))
