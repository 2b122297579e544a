import type { AvailableModel } from '@vitrine/contracts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import { sampleCapabilities } from '../../queries/sample-capabilities.ts'
import { fakeService } from './fake-service.ts'

const host = fakeHost(1200, 900)
let fake: Drawn
let models: readonly AvailableModel[] | null

const capabilities = sampleCapabilities({ logprobs: false })
const WRITER: AvailableModel = {
  id: 'demo/writer',
  name: 'writer',
  provider: 'demo',
  displayName: 'Demo writer',
  contextTokens: 131_072,
  maxOutputTokens: 16_384,
  price: { inputUsd: 0.15e-6, outputUsd: 0.6e-6, date: '2026-11-21', source: 'demo' },
  capabilities,
  parameters: { temperature: { min: 0, max: 2, step: 0.1, default: 1 }, maxTokens: { min: 1, max: 16_384, step: 1 }, stop: {} },
  usable: true,
}
const THINKER: AvailableModel = {
  ...WRITER,
  id: 'demo/thinker',
  name: 'thinker',
  capabilities: { ...capabilities, thinking: true, jsonSchema: false },
  parameters: {
    temperature: { min: 0, max: 2, step: 0.1, refusedWhileThinking: 'not taken while thinking is on' },
    thinking: { values: ['enabled', 'disabled'], default: 'enabled' },
  },
}
const KEYLESS: AvailableModel = {
  ...WRITER,
  id: 'openai/gpt-x',
  name: 'gpt-x',
  provider: 'openai',
  price: null,
  usable: false,
  unusableReason: 'There is no key for openai.',
}

function draw() {
  fake = host.draw(TICKETS, { bindings: { service: fakeService(() => models) } })
}
beforeEach(() => {
  models = [WRITER, THINKER, KEYLESS]
})
afterEach(host.clear)

const chip = page.getByTestId('model')
const search = page.getByRole('combobox', { name: 'Models' })
const settings = () => fake.state.store.get(fake.state.prompt.draftAtom).llmConfig

describe('extra JSON', () => {
  const field = page.getByRole('textbox', { name: 'Extra fields of the request, as JSON' })
  const part = page.getByRole('group', { name: 'Settings' })
  const open = () => page.getByRole('button', { name: /^Extra JSON/ }).click()

  it('is merged into the settings once it is right, and says where it is not', async () => {
    draw()
    await open()
    await field.fill('{"top_k": 5, "temperature": 1')
    await expect.element(part).toMatchTextContent(/Line 1, column 30: The text ends here/)
    expect('extraBody' in settings()).toBe(false)
    await field.fill('{"top_k": 5}')
    await expect.poll(() => JSON.stringify(settings().extraBody)).toBe('{"top_k":5}')
    await field.fill('')
    await expect.poll(() => 'extraBody' in settings()).toBe(false)
  })
  it('tells which of its fields stand in the place of others', async () => {
    draw()
    await open()
    await field.fill('{"max_tokens": 5}')
    await expect.element(part).toMatchTextContent(/“max_tokens” stands in the request already/)
    expect(JSON.stringify(settings().extraBody)).toBe('{"max_tokens":5}')
  })
  it('is marked where the service refused it, without being opened', async () => {
    draw()
    fake.state.prompt.patch({ llmConfig: { ...settings(), extraBody: { top_k: 5 } } })
    const body = { ag_config: { prompt: { llm_config: { model: 'demo/writer', extra_body: { top_k: 5 } } } } }
    const issues = [{ path: 'ag_config.prompt.llm_config.extra_body.top_k', message: 'not here' }]
    const failure = { code: 'invalid_request', message: 'no', meta: { issues } }
    fake.setCell(0, { state: 'failed', failure, request: { url: '', body } })
    await expect.element(part).toMatchTextContent('Refused: not here')
    await expect.element(field).toMatchTextContent('"top_k": 5')
  })
})

describe('the model', () => {
  it('is shown with its price, context and abilities', async () => {
    draw()
    await expect.element(chip).toMatchTextContent(/writer.*\$0\.15 \/ \$0\.60 per 1M.*131k context/)
    await expect.element(page.getByRole('region', { name: 'Model' })).toMatchTextContent('tools')
  })
  it('is chosen by typing', async () => {
    draw()
    await chip.click()
    await search.fill('think')
    await userEvent.keyboard('{Enter}')
    expect(settings().model).toBe('demo/thinker')
    await expect.element(search).not.toBeInTheDocument()
  })
  it('gives the focus back at once, so that Tab goes on from its button', async () => {
    draw()
    await chip.click()
    await search.fill('think')
    await userEvent.keyboard('{Enter}{Tab}')
    const isInMessages = () => host.active()?.closest('[data-part="messages"]') !== null
    expect(isInMessages()).toBe(true)
    await expect.element(search).not.toBeInTheDocument()
    expect(isInMessages()).toBe(true)
  })
  it('cannot be one without a key, and says why', async () => {
    draw()
    await chip.click()
    const option = page.getByRole('option', { name: /gpt-x/ })
    await expect.element(option).toMatchTextContent('There is no key for openai.')
    await expect.element(option).toMatchTextContent('– / –')
    await option.click({ force: true })
    expect(settings().model).toBe('demo/writer')
  })
  it('can be any name, sent as it is', async () => {
    draw()
    await chip.click()
    await search.fill('my/own model')
    await page.getByRole('option', { name: /Use “my\/own model” as it is/ }).click()
    expect(settings().model).toBe('my/own model')
    await expect.element(page.getByText('Not in the catalogue', { exact: false })).toBeVisible()
  })
  it('can still be typed where the list does not load, and the list asked for again', async () => {
    models = null
    draw()
    await chip.click()
    await expect.element(page.getByRole('alert')).toMatchTextContent('could not be loaded')
    models = [WRITER]
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByRole('option', { name: /writer/ })).toBeVisible()
  })
})

const temperature = page.getByRole('spinbutton', { name: 'Temperature' })

describe('a parameter', () => {
  it('is not sent while blank, and shows the default', async () => {
    draw()
    await expect.element(temperature).toHaveAttribute('placeholder', '1')
    await temperature.fill('0.4')
    expect(settings().temperature).toBe(0.4)
    await temperature.fill('')
    expect('temperature' in settings()).toBe(false)
  })
  it('is taken back by one press', async () => {
    draw()
    await page.getByRole('button', { name: 'Reset Max output' }).click()
    expect('maxTokens' in settings()).toBe(false)
  })
  it('is marked with a sentence where it is out of range', async () => {
    draw()
    await temperature.fill('3')
    await expect.element(page.getByText('At most 2.')).toBeVisible()
    await expect.element(temperature).toHaveAttribute('aria-invalid', 'true')
  })
  it('is locked with the reason while thinking is on; its value comes back when it is off', async () => {
    draw()
    await temperature.fill('0.4')
    fake.state.prompt.patch({ llmConfig: { ...settings(), model: 'demo/thinker' } })
    await expect.element(page.getByText('Not taken while thinking is on. Your value 0.4 is kept.')).toBeVisible()
    await expect.element(temperature).toHaveAttribute('readonly')
    await page.getByRole('button', { name: 'Off' }).click()
    await expect.element(temperature).toHaveValue('0.4')
    expect(settings().thinking).toEqual({ type: 'disabled' })
  })
  it('is not offered where the model does not take it', async () => {
    draw()
    await expect.element(temperature).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Log probabilities' })).not.toBeInTheDocument()
  })
  it('carries the words with which the service refused it, until it changes', async () => {
    draw()
    await temperature.fill('1.9')
    fake.setCell(0, {
      state: 'failed',
      failure: {
        code: 'invalid_request',
        message: 'no',
        meta: { issues: [{ path: 'ag_config.prompt.llm_config.temperature', message: 'at most 1 here' }] },
      },
      request: { url: '', body: { ag_config: { prompt: { llm_config: { temperature: 1.9 } } } } },
      provenance: { promptHash: '', settingsHash: '', inputsHash: '' },
    })
    const refused = page.getByRole('group', { name: 'Temperature' }).getByText('Refused by the service: at most 1 here')
    await expect.element(refused).toBeVisible()
    await temperature.fill('1')
    await expect.element(refused).not.toBeInTheDocument()
  })
  it('of many texts is a list that is typed line by line', async () => {
    draw()
    await page.getByRole('button', { name: /^Stop sequences/ }).click()
    await page.getByRole('textbox', { name: 'Add a stop sequence' }).fill('\\n\\n')
    await userEvent.keyboard('{Enter}')
    expect(settings().stop).toEqual(['\n\n'])
    await page.getByRole('button', { name: 'Remove \\n\\n' }).click()
    expect('stop' in settings()).toBe(false)
  })
})

const schema = page.getByRole('textbox', { name: 'JSON schema of the answer' })

describe('the response format', () => {
  it('is locked where the model cannot answer in it', async () => {
    draw()
    fake.state.prompt.patch({ llmConfig: { ...settings(), model: 'demo/thinker' } })
    await expect.element(page.getByText('This model cannot be held to a JSON schema.')).toBeVisible()
    await page.getByRole('button', { name: 'Schema' }).click({ force: true })
    expect(settings().responseFormat).toBeUndefined()
  })
  it('keeps the last good schema while a mistake stands, and says where it is', async () => {
    draw()
    await page.getByRole('button', { name: 'Schema' }).click()
    await expect.element(schema).toBeVisible()
    await schema.fill('{\n  "type": "object",\n  "title": "one"\n}')
    expect(settings().responseFormat).toMatchObject({ jsonSchema: { schema: { title: 'one' } } })
    await schema.fill('{\n  "type": "objekt"\n}')
    await expect.element(page.getByText(/Line 2, type: “objekt” is no type/)).toBeVisible()
    expect(settings().responseFormat).toMatchObject({ jsonSchema: { schema: { title: 'one' } } })
    await schema.fill('{\n  "type": \n}')
    await expect.element(page.getByText('Line 3, column 1: A value is expected here.')).toBeVisible()
    expect(settings().responseFormat).toMatchObject({ jsonSchema: { schema: { title: 'one' } } })
  })
  it('makes a schema of an example', async () => {
    draw()
    await page.getByRole('button', { name: 'Schema' }).click()
    await page.getByRole('button', { name: 'Infer from an example' }).click()
    await page.getByRole('textbox', { name: 'An example answer, as JSON' }).fill('{"intent": "refund"}')
    await page.getByRole('button', { name: 'Use this schema' }).click()
    expect(JSON.parse(JSON.stringify(settings().responseFormat))).toMatchObject({
      jsonSchema: { schema: { properties: { intent: { type: 'string' } }, required: ['intent'] } },
    })
  })
  it('brings the schema back when one returns to it', async () => {
    draw()
    await page.getByRole('button', { name: 'Schema' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('triage')
    await page.getByRole('region', { name: 'Response format' }).getByRole('button', { name: 'Text' }).click()
    expect('responseFormat' in settings()).toBe(false)
    await page.getByRole('button', { name: 'Schema' }).click()
    expect(settings().responseFormat).toMatchObject({ jsonSchema: { name: 'triage' } })
  })
})
