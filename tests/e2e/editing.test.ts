import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { outputOf, untilState, type WatchedPage } from '../running/browser-page.ts'
import {
  cellOf,
  chooseFormat,
  chooseModel,
  editorOf,
  hasText,
  keepCases,
  messageTextOf,
  pasteText,
  statusOf,
  writeMessage,
} from '../running/playground-page.ts'
import { freshPlayground, served } from '../running/served.ts'

const on = served()
let visit: WatchedPage
let page: Page
freshPlayground(on, (opened) => {
  visit = opened
  page = opened.page
})

const roles = () => page.getByTestId('message').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-role')))
const columns = () =>
  page
    .getByTestId('case')
    .first()
    .getByTestId('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-column')))
const act = async (message: number, name: string) => {
  await page.getByRole('button', { name: `Actions of message ${message}` }).click()
  await page.getByRole('menuitem', { name }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}
/** The body of the next request that runs a row. */
const nextRun = async () => {
  const request = await page.waitForRequest((sent) => sent.url().includes('/test?'))
  return request.postDataJSON() as {
    ag_config: { prompt: { messages: { role: string; content: string }[]; llm_config: Record<string, unknown>; template_format: string } }
    inputs: Record<string, unknown>
  }
}
const run = async () => {
  const [body] = await Promise.all([nextRun(), page.getByTestId('run').click()])
  return body
}

describe('messages', () => {
  it('are added where asked, with the cursor in the new one', async () => {
    await page.getByTestId('add-message').click()
    await expect.poll(roles).toEqual(['system', 'user', 'user'])
    await expect.poll(() => editorOf(page, 3).evaluate((editor) => editor.matches(':focus'))).toBe(true)
    await page.keyboard.type('third')
    await act(1, 'Insert below')
    await expect.poll(() => messageTextOf(page, 4)).toBe('third')
    expect(await messageTextOf(page, 2)).not.toContain('third')
    await page.getByRole('button', { name: 'Few-shot pair' }).click()
    await expect.poll(roles).toEqual(['system', 'user', 'user', 'user', 'assistant', 'user'])
  })

  it('are duplicated and moved, by menu and by keys', async () => {
    await writeMessage(page, 1, 'one')
    await writeMessage(page, 2, 'two {{ticket}}')
    await act(1, 'Duplicate')
    await expect.poll(roles).toEqual(['system', 'system', 'user'])
    await act(3, 'Move up')
    await expect.poll(roles).toEqual(['system', 'user', 'system'])
    expect(await messageTextOf(page, 2)).toBe('two {{ticket}}')
    await editorOf(page, 2).click()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(roles).toEqual(['system', 'system', 'user'])
    await expect.poll(() => editorOf(page, 3).evaluate((editor) => editor.matches(':focus'))).toBe(true)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(roles).toEqual(['system', 'user', 'system'])
  })

  it('are deleted at once, and an offer brings them back', async () => {
    const before = await messageTextOf(page, 2)
    await act(2, 'Delete')
    await expect.poll(roles).toEqual(['system'])
    const toast = page.getByTestId('toast')
    expect(await toast.textContent()).toContain('Message deleted')
    await toast.getByRole('button', { name: /Undo/ }).click()
    await expect.poll(roles).toEqual(['system', 'user'])
    expect(await messageTextOf(page, 2)).toBe(before)
    await expect.poll(() => toast.count()).toBe(0)
  })

  it('change their role, which is what is sent', async () => {
    await page.getByRole('button', { name: /Role of message 1/ }).click()
    await page.getByRole('menuitemradio', { name: 'Developer' }).click()
    await expect.poll(roles).toEqual(['developer', 'user'])
    const body = await run()
    expect(body.ag_config.prompt.messages.map(({ role }) => role)).toEqual(['developer', 'user'])
  })

  it('show the template, or what a case makes of it', async () => {
    const view = page.getByRole('group', { name: 'View' })
    await view.getByRole('button', { name: /^Case 1/ }).click()
    await expect.poll(() => page.getByTestId('message').nth(1).textContent()).toContain('The kettle from my order KW-20418')
    await cellOf(page, 3, 'customer').click()
    await view.getByRole('button', { name: /^Case 3/ }).waitFor()
    expect(await page.getByTestId('message').nth(1).textContent()).toContain('Customer: Aisha Rahman')
    await view.getByRole('button', { name: 'Template' }).click()
    await expect.poll(() => messageTextOf(page, 2)).toContain('{{customer}}')
  })
})

describe('variables', () => {
  it('become columns in the order of their use, and leave a note where one is hidden', async () => {
    expect(await columns()).toEqual(['ticket', 'customer'])
    await writeMessage(page, 2, '{{customer}} in {{language}}')
    await expect.poll(columns).toEqual(['customer', 'language'])
    expect(await page.getByText('1 column hidden: ticket, no variant uses it').isVisible()).toBe(true)
    await writeMessage(page, 2, '{{client}} in {{language}}')
    await expect.poll(columns).toEqual(['client', 'language'])
    expect(await page.getByText('2 columns hidden: ticket, customer, no variant uses them').isVisible()).toBe(true)
  })

  it('that lack a value block their rows, by name; Run goes on without them', async () => {
    await keepCases(page, 2)
    await writeMessage(page, 2, '{{customer}} in {{language}}')
    await untilState(page, 1, 'blocked')
    expect(await statusOf(outputOf(page, 1))).toContain('Missing: language')
    const runButton = page.getByTestId('run').first()
    expect(await runButton.getAttribute('data-calls')).toBe('0')
    expect(await runButton.getAttribute('aria-disabled')).toBe('true')
    await outputOf(page, 1).getByRole('button', { name: 'Fill' }).click()
    await page.keyboard.type('French')
    await page.keyboard.press('Enter')
    await untilState(page, 1, 'ready')
    await expect.poll(() => runButton.getAttribute('data-calls')).toBe('1')
    expect(await outputOf(page, 2).getAttribute('data-state')).toBe('blocked')
  })

  it('may be left empty on purpose', async () => {
    await keepCases(page, 2)
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await writeMessage(page, 2, '[{{customer}}|{{language}}]')
    await untilState(page, 2, 'blocked')
    await outputOf(page, 2).getByRole('button', { name: 'Run with empty' }).click()
    await untilState(page, 2, 'done')
    expect(await outputOf(page, 2).getByTestId('output-text').textContent()).toBe('[Jonas Weber|]')
  })
})

describe('a template with an error', () => {
  it('is underlined where it is wrong, says line and column, and is refused before anything is sent', async () => {
    await page.getByTestId('template-format').click()
    await page.getByRole('menuitemradio', { name: /\{fstring\}/ }).click()
    await page.getByTestId('convert-dialog').getByRole('button', { name: 'Convert', exact: true }).click()
    await writeMessage(page, 2, 'Dear {customer},\nthe {ticket!z}')
    const card = page.getByTestId('message').nth(1)
    await expect.poll(() => card.getByRole('alert').allTextContents()).toEqual([expect.stringMatching(/^Line 2, column \d+: /)])
    expect(await card.locator('.cm-problem').first().textContent()).not.toBe('')
    const notice = page.locator('[data-testid="error-notice"][data-code="template_syntax"]').first()
    expect(await notice.textContent()).toMatch(/line 2, column \d+/)
    await page
      .getByTestId('message')
      .first()
      .getByRole('button', { name: /Role of/ })
      .focus()
    await notice.getByRole('button', { name: 'Go to message 2' }).click()
    await expect.poll(() => editorOf(page, 2).evaluate((editor) => editor.matches(':focus'))).toBe(true)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => notice.count()).toBe(0)
  })
})

const offer = async (to: RegExp) => {
  await page.getByTestId('template-format').click()
  await page.getByRole('menuitemradio', { name: to }).click()
  await page.getByTestId('convert-dialog').waitFor()
  return page.getByTestId('convert-dialog')
}
const format = () => page.getByTestId('template-format').getAttribute('data-format')

describe('the template format', () => {
  it('is converted after its diff was shown, in one step to undo', async () => {
    const dialog = await offer(/\{fstring\}/)
    await expect.poll(() => dialog.locator('del').allTextContents()).toEqual(['{', '}', '{', '}'])
    await dialog.getByRole('button', { name: 'Convert', exact: true }).click()
    await expect.poll(() => messageTextOf(page, 2)).toBe('Ticket: {ticket}\nCustomer: {customer}')
    expect(await format()).toBe('fstring')
    expect(await columns()).toEqual(['ticket', 'customer'])
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => messageTextOf(page, 2)).toBe('Ticket: {{ticket}}\nCustomer: {{customer}}')
    expect(await format()).toBe('curly')
  })

  it('is switched without conversion, where that is wanted', async () => {
    const dialog = await offer(/jinja2/)
    await dialog.getByRole('button', { name: 'Switch without converting' }).click()
    await expect.poll(format).toBe('jinja2')
    expect(await messageTextOf(page, 2)).toBe('Ticket: {{ticket}}\nCustomer: {{customer}}')
  })

  it('stays, when the dialog is cancelled', async () => {
    const dialog = await offer(/jinja2/)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await format()).toBe('curly')
  })
})

describe('parameters', () => {
  it('are not sent while they are blank, and sent as typed', async () => {
    await keepCases(page, 1)
    const blank = await run()
    expect(Object.keys(blank.ag_config.prompt.llm_config).toSorted()).toEqual(['model', 'response_format'])
    await untilState(page, 1, 'done')
    await page
      .getByRole('textbox', { name: 'Temperature' })
      .or(page.getByRole('spinbutton', { name: 'Temperature' }))
      .fill('0.3')
    await page
      .getByRole('textbox', { name: 'Max output' })
      .or(page.getByRole('spinbutton', { name: 'Max output' }))
      .fill('64')
    await page.keyboard.press('Tab')
    await untilState(page, 1, 'stale')
    expect(await statusOf(outputOf(page, 1))).toContain('Settings changed')
    const { ag_config: sent } = await run()
    expect(sent.prompt.llm_config).toMatchObject({ temperature: 0.3, max_tokens: 64 })
    await untilState(page, 1, 'done')
    await page.getByRole('button', { name: 'Reset Temperature' }).click()
    const { ag_config: again } = await run()
    expect(again.prompt.llm_config).not.toHaveProperty('temperature')
  })

  it('that cut an answer off say so, with the larger limit one click away', async () => {
    await keepCases(page, 1)
    await chooseFormat(page, 'Text')
    await writeMessage(page, 1, 'Summarise the ticket in two sentences.')
    await page
      .getByRole('textbox', { name: 'Max output' })
      .or(page.getByRole('spinbutton', { name: 'Max output' }))
      .fill('3')
    await page.keyboard.press('Tab')
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 1).textContent()).toContain('Stopped at max_tokens 3.')
    await outputOf(page, 1).getByRole('button', { name: 'Raise to 6 and rerun' }).click()
    await expect.poll(() => outputOf(page, 1).textContent()).toContain('Stopped at max_tokens 6.')
  })
})

describe('the response format', () => {
  it('is text, any JSON, or a schema; a broken schema says where and leaves the last good one in force', async () => {
    await keepCases(page, 1)
    const schema = page.getByRole('textbox', { name: 'JSON schema of the answer' })
    await schema.click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('{"type": "object",\n "properties": {"a": {"type": "text"}}}')
    const problems = page.locator('[data-part="schema-problems"]')
    await expect.poll(() => problems.textContent()).toMatch(/Line 2.*“text” is no type/)
    expect(await problems.textContent()).toContain('the last schema without a mistake stays in force')
    const before = await run()
    expect(before.ag_config.prompt.llm_config['response_format']).toMatchObject({ type: 'json_schema', json_schema: { name: 'ticket' } })
    await untilState(page, 1, 'done')
    await chooseFormat(page, 'JSON')
    const { ag_config: json } = await run()
    expect(json.prompt.llm_config['response_format']).toEqual({ type: 'json_object' })
    await untilState(page, 1, 'done')
    await chooseFormat(page, 'Text')
    const { ag_config: plain } = await run()
    expect(plain.prompt.llm_config).not.toMatchObject({ response_format: { type: expect.stringMatching(/json/) as string } })
  })
})

describe('values', () => {
  const HOSTILE = [
    ['a placeholder', '{{customer}} {x} {% raw %} <%= y %>'],
    ['patterns of replacement', "$& $1 $$ $` $'"],
    ['names of the prototype', '__proto__ constructor toString'],
    ['NUL and other controls', 'a\u0000b\u0001c\u007Fd'],
    ['half a surrogate', 'x\uD800y\uDC00z'],
    ['text from right to left', 'שלום עולם – مرحبا 123 (abc)'],
    ['emoji, accents, wide signs', '👩‍👩‍👧‍👦 e\u0301 é 漢字 ﷽'],
    ['quotes, markup and slashes', '"\'<b>&amp;</b>\\n\\u0041'],
  ] as const

  it('arrive as they were pasted, whatever they hold', async () => {
    await keepCases(page, HOSTILE.length)
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await writeMessage(page, 2, '{{value}}')
    await cellOf(page, 1, 'value').click()
    await pasteText(page, HOSTILE.map(([, value]) => (value.startsWith('"') ? `"${value.replaceAll('"', '""')}"` : value)).join('\n'))
    await page.getByTestId('run').click()
    for (const [at, [, value]] of HOSTILE.entries()) {
      await untilState(page, at + 1, 'done')
      expect(await hasText(outputOf(page, at + 1).getByTestId('output-text'), value)).toBe(true)
    }
    expect(visit.complaints).toEqual([])
  })

  it('named like members of every object are ordinary variables', async () => {
    await keepCases(page, 1)
    await chooseModel(page, 'demo/echo')
    await chooseFormat(page, 'Text')
    await writeMessage(page, 2, '{{__proto__}}|{{constructor}}|{{toString}}')
    await expect.poll(columns).toEqual(['__proto__', 'constructor', 'toString'])
    await untilState(page, 1, 'blocked')
    await cellOf(page, 1, '__proto__').click()
    await pasteText(page, 'one\ttwo\tthree')
    await page.getByTestId('run').click()
    await untilState(page, 1, 'done')
    expect(await outputOf(page, 1).getByTestId('output-text').textContent()).toBe('one|two|three')
  })

  it('of two hundred thousand characters are sent whole', async () => {
    await keepCases(page, 1)
    await chooseModel(page, 'demo/messages')
    await chooseFormat(page, 'Text')
    const long = Array.from({ length: 10_000 }, (_, at) => `sentence number ${at}.`)
      .join(' ')
      .slice(0, 200_000)
    await writeMessage(page, 2, `${long} {{customer}}`)
    const body = await run()
    expect(body.ag_config.prompt.messages[1]?.content).toBe(`${long} {{customer}}`)
    await untilState(page, 1, 'done', 'failed')
    expect(await outputOf(page, 1).getAttribute('data-state')).toBe('done')
    await outputOf(page, 1).hover()
    await outputOf(page, 1).getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => page.getByTestId('toast').allTextContents()).not.toEqual([])
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as { content: string }[]
    expect(copied.at(-1)?.content).toBe(`${long} Maren Holt`)
  })
})
