import { chatBeginning, chatFailure, chatStream, type FakeProvider, jsonReply, SILENCE, startFakeProvider } from '@vitrine/testkit'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriersOf } from '../running/barriers-of.ts'
import { launchBrowser, openPage, outputOf, untilState } from '../running/browser-page.ts'
import { cellOf, chooseModel, drawerPanel, messageTextOf, openPlayground, writeMessage } from '../running/playground-page.ts'
import { type ServiceProcess, startService } from '../running/service-process.ts'

/** Every scene is looked at by all rules in both themes and at every width, and by those about colour in every theme of every width. */
const SIZES = [
  { width: 1440, height: 900, themes: { light: 'all', dark: 'all' } },
  { width: 900, height: 800, themes: { light: 'colours', dark: 'all' } },
  { width: 390, height: 844, themes: { light: 'all', dark: 'colours' } },
] as const
const THEMES = ['light', 'dark'] as const

/** Brings the page from where the scene before left it to what is looked at. */
type Bring = (page: Page) => Promise<unknown>
interface Scene {
  readonly name: string
  readonly bring: Bring
  /** Puts away what would be in the next scene's way. */
  readonly leave?: Bring
  /** Where there is such a thing. */
  readonly isAt?: (width: number) => boolean
}
/** Scenes that follow each other on one page. */
interface Walk {
  readonly name: string
  readonly path?: string
  readonly scenes: readonly Scene[]
}

const isNarrow = (width: number) => width < 900
const isWide = (width: number) => width >= 900

/** In a narrow frame the prompt and the cases take turns. */
async function show(page: Page, part: 'Prompt' | 'Cases'): Promise<void> {
  const button = page.getByRole('navigation', { name: 'Playground' }).getByRole('button', { name: part })
  if (!(await button.isVisible())) return
  await button.click()
  await page
    .getByTestId(part === 'Prompt' ? 'message' : 'case')
    .first()
    .waitFor()
}

/** Ends what is open by Escape, as a reader of the screen would. */
const shut =
  (role: 'menu' | 'dialog'): Bring =>
  async (page) => {
    await page.keyboard.press('Escape')
    await page.getByRole(role).waitFor({ state: 'detached' })
  }

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** A scene that is a popup over the one before. */
const popup = (name: string, role: 'menu' | 'dialog', open: Bring): Scene => ({
  name,
  async bring(page) {
    await open(page)
    await page.getByRole(role).waitFor()
  },
  leave: shut(role),
})

/** A dialog behind one of the head's tools, which a narrow frame keeps in a menu. */
async function openTool(page: Page, id: string): Promise<void> {
  const more = page.getByRole('button', { name: 'More', exact: true })
  if (await more.isVisible()) await more.click()
  await page.getByTestId(id).click()
}
const tool = (name: 'Import' | 'Export' | 'Code' | 'Share' | 'Palette' | 'Settings'): Scene =>
  popup(`${name} dialog`, 'dialog', (page) => openTool(page, name.toLowerCase()))

/** What the palette finds. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find a command or a case' }).fill(words)
}

/** Opens the field of a value: by a double click in the grid, by a tap on a card. */
async function edit(page: Page, number: number, column: string): Promise<void> {
  const cell = cellOf(page, number, column)
  const button = cell.getByRole('button')
  if ((await button.count()) > 0) await button.click()
  else await cell.dblclick()
  await cell.getByRole('textbox').waitFor()
}

/** In the grid it comes with the pointer, on a card it stands there. */
async function openRowMenu(page: Page, number: number): Promise<void> {
  const row = page.getByTestId('case').nth(number - 1)
  const cell = row.getByRole('gridcell').first()
  if ((await cell.count()) > 0) await cell.hover()
  await row.getByRole('button', { name: `Actions for case ${number}` }).click()
}

async function runAll(page: Page): Promise<void> {
  await page.getByTestId('run').first().click()
}

/** Under whichever variant. */
const firstDone = (page: Page) => page.getByTestId('case').first().locator('[data-testid="output"][data-state="done"]').first().waitFor()

const tab = (name: string, where = 'details'): Scene => ({ name: `${where}: ${name}`, bring: (page) => drawerPanel(page, name) })
const TABS = ['output', 'prompt', 'wire', 'trace', 'logprobs', 'checks', 'notes', 'cost', 'code'] as const

const openDetails: Bring = async (page) => {
  const output = outputOf(page, 1).first()
  await output.hover()
  await output.getByRole('button', { name: 'Expand' }).click()
  await page.getByTestId('drawer').waitFor()
}
const closeDetails: Bring = async (page) => {
  await page
    .getByTestId('drawer')
    .getByRole('button', { name: /^Close/ })
    .click()
  await page.getByTestId('drawer').waitFor({ state: 'detached' })
}

const WALKS: readonly Walk[] = [
  {
    name: 'before anything ran',
    scenes: [
      { name: 'first visit', bring: (page) => page.getByTestId('case').first().waitFor() },
      popup('paste dialog, empty', 'dialog', (page) => press(page, /^Paste your cases/)),
      popup('paste dialog, filled', 'dialog', async (page) => {
        await press(page, /^Paste your cases/)
        await page.getByRole('textbox', { name: 'Cells, separated by tabs' }).fill('a\tb\nc\td')
      }),
      { ...popup('run menu', 'menu', (page) => press(page, 'Run menu')), isAt: isWide },
      popup('row menu', 'menu', async (page) => {
        await openRowMenu(page, 2)
      }),
      {
        ...popup('head menu', 'menu', (page) => press(page, 'More')),
        isAt: isNarrow,
      },
      tool('Import'),
      tool('Export'),
      tool('Code'),
      tool('Share'),
      {
        name: 'cases selected',
        async bring(page) {
          await press(page, 'Select case 2')
          await press(page, 'Select case 3')
          await page.getByRole('button', { name: 'Delete', exact: true }).waitFor()
        },
        async leave(page) {
          await press(page, 'Select case 2')
          await press(page, 'Select case 3')
        },
        isAt: isWide,
      },
      {
        ...popup('import of several files', 'dialog', async (page) => {
          await openTool(page, 'import')
          const files = ['a.csv', 'b.csv'].map((name) => ({ name, mimeType: '', buffer: Buffer.from('ticket\nHello') }))
          await page.getByTestId('import-dialog').locator('input[type=file]').setInputFiles(files)
          await page.getByTestId('import-files').waitFor()
        }),
      },
      { ...popup('run options', 'dialog', (page) => page.getByTestId('run-options').first().click()), isAt: isWide },
      {
        name: 'a cell being edited',
        bring: (page) => edit(page, 2, 'ticket'),
        leave: (page) => page.keyboard.press('Escape'),
      },
      popup('keyboard help', 'dialog', async (page) => {
        await page.getByTestId('mode').getByRole('button', { name: 'Completion' }).focus()
        await page.keyboard.press('?')
      }),
      tool('Palette'),
      popup('palette, narrowed', 'dialog', (page) => search(page, 'run case')),
      popup('palette, a case', 'dialog', (page) => search(page, '2')),
      popup('palette, nothing', 'dialog', (page) => search(page, 'xyzzy')),
      tool('Settings'),
      { name: 'prompt', bring: (page) => show(page, 'Prompt') },
      {
        name: 'models',
        async bring(page) {
          await page.getByTestId('model').click()
          await page.getByRole('listbox').getByRole('option').first().waitFor()
        },
        leave: shut('dialog'),
      },
      popup('syntax menu', 'menu', (page) => page.getByTestId('template-format').click()),
      popup('conversion', 'dialog', async (page) => {
        await page.getByTestId('template-format').click()
        await page.getByRole('menuitemradio', { name: /jinja2/ }).click()
      }),
      popup('role menu', 'menu', (page) => press(page, /^Role of message 1/)),
      popup('message menu', 'menu', (page) => press(page, 'Actions of message 1')),
      popup('schema from an example', 'dialog', (page) => press(page, 'Infer from an example')),
      {
        name: 'prompt filled for a case',
        async bring(page) {
          await press(page, /^Case \d/)
          await page.getByRole('button', { name: /^Case \d/, pressed: true }).waitFor()
          await page.getByText('The kettle from my order').first().waitFor()
        },
        leave: (page) => press(page, 'Template'),
      },
    ],
  },
  {
    name: 'every state of an output',
    scenes: [
      {
        name: 'done, failed, retrying, blocked, streaming, waiting and queued',
        async bring(page) {
          await show(page, 'Prompt')
          await chooseModel(page, 'openai/gpt-4o-mini')
          await show(page, 'Cases')
          await edit(page, 4, 'ticket')
          await page.keyboard.press('ControlOrMeta+a')
          await page.keyboard.press('Delete')
          await page.keyboard.press('Enter')
          await untilState(page, 4, 'blocked')
          await runAll(page)
          await untilState(page, 1, 'done')
          await untilState(page, 2, 'failed')
          await untilState(page, 3, 'retrying')
        },
      },
      {
        name: 'streaming, waiting and queued, further down',
        async bring(page) {
          await page.getByTestId('case').last().scrollIntoViewIfNeeded()
          await page.locator('[data-testid="output"][data-state="streaming"]').first().scrollIntoViewIfNeeded()
        },
      },
      {
        name: 'stopped',
        async bring(page) {
          await page.getByTestId('stop').first().click()
          await page.getByTestId('stop').waitFor({ state: 'detached' })
          await page.locator('[data-testid="output"][data-state="stopped"]').first().scrollIntoViewIfNeeded()
        },
      },
      { ...popup('what failed, and why', 'dialog', (page) => page.getByTestId('open-error-board').first().click()), isAt: isWide },
      popup('density menu', 'menu', (page) => press(page, /^Row height/)),
      {
        name: 'the find field, with nothing found',
        async bring(page) {
          const find = page.getByRole('button', { name: 'Find in cases and outputs' })
          if (await find.isVisible()) await find.click()
          await page.getByRole('searchbox', { name: 'Find in cases and outputs' }).fill('nowhere to be found')
          await page.getByText('No case matches the filter.').waitFor()
        },
        async leave(page) {
          await page.getByRole('searchbox', { name: 'Find in cases and outputs' }).fill('')
          const end = page.getByRole('button', { name: 'End the search' })
          if (await end.isVisible()) await end.click()
          await page.getByTestId('case').first().waitFor()
        },
      },
      {
        name: 'failed in the details',
        async bring(page) {
          await page.getByTestId('case').nth(1).scrollIntoViewIfNeeded()
          await outputOf(page, 2).getByRole('button', { name: 'Raw' }).click()
          await page.getByTestId('drawer').waitFor()
        },
      },
      ...TABS.map((name) => tab(name, 'details of a failure')),
      {
        name: 'details of what was never run',
        async bring(page) {
          await page
            .getByTestId('drawer')
            .getByRole('button', { name: /^Next case/ })
            .click()
          await page
            .getByTestId('drawer')
            .getByRole('button', { name: /^Next case/ })
            .click()
          await drawerPanel(page, 'output')
        },
        leave: closeDetails,
      },
      {
        name: 'stale',
        async bring(page) {
          await show(page, 'Prompt')
          await writeMessage(page, 2, 'Another ticket: {{ticket}} of {{nobody}}')
          await expect.poll(() => messageTextOf(page, 2)).toContain('nobody')
          await page.getByText(/nobody: no values/).waitFor()
          await writeMessage(page, 2, 'Another ticket: {{ticket}}')
          await show(page, 'Cases')
          await untilState(page, 1, 'stale')
        },
      },
      popup('what changed', 'dialog', async (page) => {
        await outputOf(page, 1).getByRole('button', { name: 'What changed' }).click()
      }),
      {
        name: 'a template with an error',
        async bring(page) {
          await show(page, 'Prompt')
          await page.getByTestId('template-format').click()
          await page.getByRole('menuitemradio', { name: /\{fstring\}/ }).click()
          await page.getByTestId('convert-dialog').getByRole('button', { name: 'Convert', exact: true }).click()
          await page.getByTestId('convert-dialog').waitFor({ state: 'detached' })
          await writeMessage(page, 2, 'Ticket: {ticket!z}')
          await page.getByTestId('message').nth(1).getByRole('alert').waitFor()
        },
      },
      { name: 'cases under a template with an error', bring: (page) => show(page, 'Cases'), isAt: isNarrow },
    ],
  },
  {
    name: 'answers and their details',
    scenes: [
      {
        name: 'done',
        async bring(page) {
          await show(page, 'Prompt')
          await chooseModel(page, 'openai/gpt-4o-mini')
          await show(page, 'Cases')
          await openRowMenu(page, 1)
          await page.getByRole('menuitem', { name: /^Run this case/ }).click()
          await untilState(page, 1, 'done')
        },
      },
      { name: 'details', bring: openDetails },
      ...TABS.map((name) => tab(name)),
      {
        name: 'the wire to the service',
        async bring(page) {
          const panel = await drawerPanel(page, 'wire')
          await panel.getByRole('button', { name: 'Service', exact: true }).click()
          await panel.getByRole('region', { name: 'What this page sent to the service' }).waitFor()
        },
        leave: (page) => page.getByTestId('drawer').getByRole('button', { name: 'Provider', exact: true }).click(),
      },
      {
        name: 'a request being edited',
        async bring(page) {
          const panel = await drawerPanel(page, 'wire')
          await panel.getByRole('button', { name: 'Edit', exact: true }).click()
          await page.getByTestId('edited-request').getByRole('textbox').waitFor()
        },
      },
      {
        name: 'an edited request that is no JSON',
        async bring(page) {
          await page.getByTestId('edited-request').getByRole('textbox').click()
          await page.keyboard.press('ControlOrMeta+Home')
          await page.keyboard.insertText('odd ')
          await page.getByTestId('edited-request').getByRole('alert').waitFor()
        },
        async leave(page) {
          await page.keyboard.press('ControlOrMeta+Home')
          for (let letter = 0; letter < 4; letter++) await page.keyboard.press('Delete')
          await page.getByTestId('edited-request').getByRole('alert').waitFor({ state: 'detached' })
        },
      },
      {
        name: 'the answer to an edited request',
        async bring(page) {
          await page.getByRole('button', { name: 'Send edited' }).click()
          await expect.poll(() => page.getByTestId('edited-answer').getAttribute('data-state')).toBe('done')
        },
        async leave(page) {
          await page.getByRole('button', { name: 'Back to form' }).click()
          await closeDetails(page)
        },
      },
      {
        name: 'a toast',
        async bring(page) {
          await openRowMenu(page, 2)
          await page.getByRole('menuitem', { name: 'Delete' }).click()
          await page.getByTestId('toast').waitFor()
        },
        leave: (page) => page.getByTestId('toast').getByRole('button', { name: 'Close' }).click(),
      },
    ],
  },
  {
    name: 'variants and what is said of their answers',
    scenes: [
      {
        name: 'tools',
        async bring(page) {
          await show(page, 'Prompt')
          await press(page, 'Paste tools')
          const dialog = page.getByRole('dialog', { name: 'Paste tools' })
          const tools = [{ name: 'find_order', description: 'Finds an order.', input_schema: { type: 'object', properties: {} } }]
          await dialog.getByRole('textbox', { name: 'Tools, as JSON' }).fill(JSON.stringify(tools))
        },
        async leave(page) {
          await press(page, 'Add 1 tool')
          await page.getByRole('dialog').waitFor({ state: 'detached' })
        },
      },
      {
        name: 'a tool being edited',
        async bring(page) {
          await page.locator('[data-tool="find_order"] button[aria-expanded]').first().click()
          await page.locator('[data-part="tools"]').getByRole('button', { name: 'Expression' }).click()
        },
      },
      {
        name: 'extra JSON with a mistake',
        async bring(page) {
          await press(page, /^Extra JSON/)
          await page.getByRole('textbox', { name: 'Extra fields of the request, as JSON' }).fill('{"temperature": 1')
          await page.getByText(/^Line 1, column 18/).waitFor()
        },
      },
      {
        name: 'extra JSON in the place of a setting',
        async bring(page) {
          await page.getByRole('textbox', { name: 'Extra fields of the request, as JSON' }).fill('{"model": "x"}')
          await page.getByText(/“model” stands in the request already/).waitFor()
        },
        leave: (page) => page.getByRole('textbox', { name: 'Extra fields of the request, as JSON' }).fill(''),
      },
      {
        name: 'two variants',
        async bring(page) {
          await page.getByTestId('add-variant').first().click()
          await chooseModel(page, 'openai/gpt-4o-mini')
        },
      },
      popup('what differs', 'dialog', (page) => page.locator('[data-part="differs"]').first().click()),
      popup('variant menu', 'menu', (page) => press(page, 'Actions for variant B')),
      {
        name: 'answers of two variants',
        async bring(page) {
          await show(page, 'Cases')
          await openRowMenu(page, 1)
          await page.getByRole('menuitem', { name: /^Run this case/ }).click()
          await firstDone(page)
          await page.getByTestId('stop').first().waitFor({ state: 'detached' })
        },
      },
      {
        name: 'a note being written',
        async bring(page) {
          await openDetails(page)
          const panel = await drawerPanel(page, 'notes')
          await panel.getByTestId('rate-down').click()
          await panel.getByTestId('note-text').fill('It does not say when.')
        },
      },
      {
        name: 'notes on earlier answers',
        async bring(page) {
          await closeDetails(page)
          await openRowMenu(page, 1)
          await page.getByRole('menuitem', { name: /^Run this case/ }).click()
          await page.getByTestId('stop').first().waitFor({ state: 'detached' })
          await firstDone(page)
          await openDetails(page)
          const panel = await drawerPanel(page, 'notes')
          await panel.getByRole('region', { name: 'Notes on other answers here' }).waitFor()
          await panel.getByTestId('rate-up').click()
          await panel.getByTestId('note-text').fill('Better.')
        },
        leave: closeDetails,
      },
      {
        name: 'an answer with a note',
        bring: (page) => outputOf(page, 1).locator('[data-part="note-mark"]').first().waitFor(),
      },
    ],
  },
  {
    name: 'probabilities',
    scenes: [
      {
        name: 'tokens and what else was considered',
        async bring(page) {
          await show(page, 'Prompt')
          await page.getByRole('group', { name: 'Response format' }).getByRole('button', { name: 'Text', exact: true }).click()
          await show(page, 'Cases')
          await openRowMenu(page, 1)
          await page.getByRole('menuitem', { name: /^Run this case/ }).click()
          await untilState(page, 1, 'done')
          await openDetails(page)
          const panel = await drawerPanel(page, 'logprobs')
          await panel.getByRole('button', { name: 'Ask for them' }).click()
          await panel.getByRole('button', { name: 'Run this case' }).click()
          await panel.getByRole('option').first().click()
          await untilState(page, 1, 'done')
        },
      },
      {
        name: 'probabilities as a table',
        bring: async (page) => (await drawerPanel(page, 'logprobs')).getByRole('button', { name: 'Table' }).click(),
      },
    ],
  },
  {
    name: 'a conversation',
    scenes: [
      {
        name: 'chat mode',
        bring: (page) => page.getByTestId('mode').getByRole('button', { name: 'Chat' }).click(),
      },
      {
        name: 'an empty conversation',
        async bring(page) {
          await press(page, 'Open the conversation of case 1')
          await page.getByTestId('composer').waitFor()
        },
      },
      {
        name: 'a conversation with an answer',
        async bring(page) {
          await page.getByTestId('composer').fill('And what should I answer?')
          await page.getByTestId('composer').press('Enter')
          await page.getByRole('button', { name: 'Add answer to the conversation' }).click()
          await expect.poll(() => page.getByTestId('chat-message').count()).toBe(2)
        },
      },
      popup('menu of a turn', 'menu', (page) => press(page, 'Actions of message 1 of the conversation')),
      {
        name: 'a turn being edited',
        async bring(page) {
          await page.getByTestId('chat-message').first().getByRole('button', { name: 'Edit' }).click()
          await page.getByTestId('chat-message').first().getByRole('textbox').waitFor()
        },
      },
    ],
  },
  {
    name: 'the list of models',
    path: '/models',
    scenes: [
      { name: 'models', bring: (page) => page.getByRole('table').waitFor() },
      {
        name: 'no model found',
        async bring(page) {
          await page.getByRole('searchbox').fill('no such model')
          await page.getByRole('table').waitFor({ state: 'detached' })
        },
      },
    ],
  },
  {
    name: 'a page that is not there',
    path: '/nowhere',
    scenes: [{ name: 'not found', bring: (page) => page.getByRole('heading', { level: 1 }).waitFor() }],
  },
]

const TICKET = '{"intent":"refund","urgency":3,"order_number":"KW-20418","summary":"The lid is cracked."}'

describe('every scene, in both themes', () => {
  let service: ServiceProcess
  let provider: FakeProvider
  let browser: Browser
  beforeAll(async () => {
    provider = await startFakeProvider()
    provider.respond(({ path, text }) => {
      if (path.endsWith('/models')) return jsonReply({ data: [] })
      if (text.includes('Maren')) return chatStream(TICKET)
      if (text.includes('Jonas')) return chatFailure(400, { message: 'Jonas is not welcome here.', code: 'bad' })
      if (text.includes('Aisha')) return chatFailure(429, { message: 'Slow down.' }, { 'retry-after': '50' })
      return text.includes('Sam') ? SILENCE : chatBeginning('{"intent":"ref', [], { end: 'hang' })
    })
    const setUp = { OPENAI_API_KEY: 'sk-test-0000', OPENAI_BASE_URL: provider.baseUrl }
    ;[service, browser] = await Promise.all([startService(setUp), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    await provider?.close()
  })

  for (const { name, path, scenes } of WALKS)
    it.each(SIZES)(
      `${name}: has no barrier and cuts nothing, $width pixels wide`,
      async (size) => {
        const { page, context } =
          path === undefined ? await openPlayground(browser, service.origin, size) : await openPage(browser, service.origin, path, size)
        const found: string[] = []
        for (const scene of scenes) {
          if (scene.isAt?.(size.width) === false) continue
          await scene.bring(page)
          for (const colorScheme of THEMES) {
            await page.emulateMedia({ colorScheme })
            found.push(
              ...(await barriersOf(page, { rules: size.themes[colorScheme] })).map(
                (barrier) => `${scene.name}, ${colorScheme}: ${barrier}`,
              ),
            )
          }
          await scene.leave?.(page)
        }
        expect(found).toEqual([])
        await context.close()
      },
      180_000,
    )
})
