import type { AvailableModel, Tool } from '@vitrine/contracts'
import { findModel } from '@vitrine/model-catalog'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../../fake-host.ts'
import { fakeService } from '../fake-service.ts'

const host = fakeHost(1200, 900)
let fake: Drawn

const known = (id: string, more: Partial<AvailableModel> = {}): readonly AvailableModel[] => {
  const model = findModel(id)
  return model === null ? [] : [{ ...model, usable: true, ...more }]
}
const MODELS = [
  ...known('demo/writer'),
  ...known('demo/echo'),
  ...known('demo/thinker', { forcedTools: { refusedWhileThinking: 'not while thinking is on' } }),
]
const SCHEMA = { type: 'object', properties: { city: { type: 'string' } } }
const WEATHER: Tool = { type: 'function', function: { name: 'weather', description: 'Says the weather.', parameters: SCHEMA } }
const TIME: Tool = { type: 'function', function: { name: 'time' } }
const SEARCH: Tool = { type: 'web_search', max_uses: 2 }

function draw(settings: Partial<ReturnType<typeof settingsNow>> = {}) {
  const { llmConfig } = TICKETS.prompt
  const snapshot = { ...TICKETS, prompt: { ...TICKETS.prompt, llmConfig: { ...llmConfig, ...settings } } }
  fake = host.draw(snapshot, { bindings: { service: fakeService(() => MODELS) } })
}
afterEach(host.clear)

const settingsNow = () => fake.state.store.get(fake.state.prompt.draftAtom).llmConfig
const toolAt = (at: number) => settingsNow().tools?.[at]
const section = page.getByRole('region', { name: 'Tools' })
const entry = (name: string) => section.getByRole('button', { name: new RegExp(`^${name}(?: |$)`) })
const field = (name: string) => section.getByRole('textbox', { name, exact: true })
const parameters = field('Parameters, as a JSON schema')
async function act(tool: string, action: string) {
  await section.getByRole('button', { name: `Actions for the tool ${tool}` }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click()
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
}

describe('a tool', () => {
  it('is added, named, described and given parameters', async () => {
    draw()
    await expect.element(section.getByText('Functions that the model may ask', { exact: false })).toBeVisible()
    await section.getByRole('button', { name: 'Add a tool' }).click()
    await field('Name').fill('weather')
    await field('Description').fill('Says the weather.')
    await parameters.fill(JSON.stringify(SCHEMA))
    await section.getByRole('switch', { name: 'Strict' }).click()
    expect(toolAt(0)).toEqual({
      type: 'function',
      function: { name: 'weather', description: 'Says the weather.', parameters: SCHEMA, strict: true },
    })
    await expect.element(entry('weather')).toHaveAttribute('aria-expanded', 'true')
  })

  it('keeps its last good name while what is typed cannot be one, and loses nothing that is typed', async () => {
    draw({ tools: [WEATHER, TIME] })
    await entry('time').click()
    await field('Name').fill('two words')
    await expect.element(section.getByText('A name has 1 to 64 letters', { exact: false })).toBeVisible()
    await field('Name').fill('weather')
    await expect.element(section.getByText('Another tool has this name.')).toBeVisible()
    await expect.element(section.getByText('Not used yet: “time” stays the name', { exact: false })).toBeVisible()
    expect(toolAt(1)).toEqual(TIME)
    await entry('weather').click()
    await expect.element(field('Name')).toHaveValue('weather')
    await entry('time').click()
    await field('Description').fill('Says the time.')
    await expect.element(field('Name')).toHaveValue('weather')
    await expect.element(field('Name')).toHaveAttribute('aria-invalid', 'true')
  })

  it('keeps its last good schema, says line and path of what is wrong, and has the text when it is opened again', async () => {
    draw({ tools: [WEATHER] })
    await entry('weather').click()
    await parameters.fill('{\n  "type": "object",\n  "properties": {"city": {"type": "sting"}}\n}')
    await expect.element(section.getByText(/Line 3, properties\.city\.type: “sting” is no type/)).toBeVisible()
    expect(toolAt(0)).toEqual(WEATHER)
    await parameters.fill('{\n  "type": \n}')
    await expect.element(section.getByText('Line 3, column 1: A value is expected here.')).toBeVisible()
    await entry('weather').click()
    await expect.element(parameters).not.toBeInTheDocument()
    await expect.element(entry('weather')).toMatchTextContent('Something is wrong in it.')
    await entry('weather').click()
    await expect.element(section.getByText('Line 3, column 1: A value is expected here.')).toBeVisible()
    await parameters.fill('{"type": "array"}')
    await expect.element(section.getByText('What a function is called with is an object', { exact: false })).toBeVisible()
    await expect.element(section.getByRole('button', { name: /^weather Something is wrong in it\./ })).toBeVisible()
    await parameters.fill('')
    expect(toolAt(0)).toEqual({ type: 'function', function: { name: 'weather', description: 'Says the weather.' } })
  })

  it('that belongs to a provider is shown and edited as JSON, and kept', async () => {
    draw({ tools: [SEARCH] })
    await entry('web_search').click()
    const raw = field('The tool, as JSON')
    await raw.fill('{"type": "web_search", "max_uses": 5}')
    expect(toolAt(0)).toEqual({ type: 'web_search', max_uses: 5 })
    await raw.fill('{"max_uses": 5}')
    await expect.element(section.getByText('A tool is an object with a "type".')).toBeVisible()
    expect(toolAt(0)).toEqual({ type: 'web_search', max_uses: 5 })
  })

  it('is duplicated, moved, deleted, and comes back by undo', async () => {
    draw({ tools: [WEATHER, TIME], toolLoop: { results: { weather: { type: 'text', text: 'Sun.' } } } })
    const names = () => settingsNow().tools?.map((tool) => tool.type === 'function' && Reflect.get(Object(tool['function']), 'name'))
    await act('weather', 'Duplicate')
    expect(names()).toEqual(['weather', 'weather_2', 'time'])
    await act('weather_2', 'Move down')
    expect(names()).toEqual(['weather', 'time', 'weather_2'])
    await entry('time').click()
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(names()).toEqual(['time', 'weather', 'weather_2'])
    await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}')
    expect(names()).toEqual(['weather', 'weather_2', 'time'])
    await expect.element(entry('time')).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    expect(names()).toEqual(['time', 'weather', 'weather_2'])
    await act('weather', 'Delete')
    expect(names()).toEqual(['time', 'weather_2'])
    expect(settingsNow().toolLoop?.results).not.toHaveProperty('weather')
    await page.getByRole('button', { name: /^Undo/ }).last().click()
    expect(names()).toEqual(['time', 'weather', 'weather_2'])
    expect(settingsNow().toolLoop?.results).toHaveProperty('weather')
  })

  it('is typed as one step to undo', async () => {
    draw({ tools: [TIME] })
    await entry('time').click()
    await field('Description').click()
    await userEvent.keyboard('Says it.')
    fake.state.undo.undo()
    expect(toolAt(0)).toEqual(TIME)
  })
})

describe('tools of a file that anybody wrote', () => {
  it('are shown, by their fields or as JSON', async () => {
    const odd: Tool[] = JSON.parse(
      '[{"type":"function","function":{"name":"a","description":null,"parameters":null}},{"type":"function","function":{"name":"b","description":5}},{"type":"function"}]',
    )
    draw({ tools: odd, toolLoop: JSON.parse('{"maxRounds":"x","results":{"a":{"type":"json"},"__proto__":5}}') })
    await entry('a').click()
    await expect.element(field('Description')).toHaveValue('')
    await expect.element(section.getByText('A call of this tool ends the run', { exact: false })).toBeVisible()
    await section.getByRole('button', { name: 'function' }).first().click()
    await expect.element(field('The tool, as JSON')).toBeVisible()
    expect(settingsNow().tools).toBe(odd)
  })
})

describe('what the service refused', () => {
  it('stands in the section until it changes', async () => {
    const toolLoop = { results: { weather: { type: 'template', template: '{{ city' } } } as const
    draw({ tools: [WEATHER], toolLoop })
    fake.setCell(0, {
      state: 'failed',
      failure: {
        code: 'invalid_tools',
        message: 'no',
        meta: { issues: [{ path: 'ag_config.prompt.llm_config.tool_loop.results.weather.template', message: 'It is not closed.' }] },
      },
      request: { url: '', body: { ag_config: { prompt: { llm_config: { tool_loop: toolLoop } } } } },
      provenance: { promptHash: '', settingsHash: '', inputsHash: '' },
    })
    const refused = section.getByText('Refused by the service: It is not closed.')
    await expect.element(refused).toBeVisible()
    fake.state.prompt.patch({ llmConfig: { ...settingsNow(), toolLoop: { results: {} } } })
    await expect.element(refused).not.toBeInTheDocument()
  })
})

describe('pasted tools', () => {
  it('show what comes in before anything changes', async () => {
    draw({ tools: [WEATHER] })
    await section.getByRole('button', { name: 'Paste tools' }).click()
    const dialog = page.getByRole('dialog', { name: 'Paste tools' })
    const text = dialog.getByRole('textbox', { name: 'Tools, as JSON' })
    await text.fill('[{"name": "weather", "input_schema": {"type": "object"}, "cache_control": {}},\n {"name": ')
    await expect.element(dialog.getByText(/^Line 2, column \d+/)).toBeVisible()
    await text.fill('[{"name": "weather", "input_schema": {"type": "object"}, "cache_control": {}}, {"type": "bash", "name": "bash"}]')
    await expect.element(dialog.getByText('“weather” is here already: it comes in as “weather_2”.')).toBeVisible()
    await expect.element(dialog.getByText('Left out: cache_control.')).toBeVisible()
    expect(settingsNow().tools).toHaveLength(1)
    await dialog.getByRole('button', { name: 'Add 2 tools' }).click()
    expect(settingsNow().tools).toEqual([
      WEATHER,
      { type: 'function', function: { name: 'weather_2', parameters: { type: 'object' } } },
      { type: 'bash', name: 'bash' },
    ])
  })
})

describe('the choice of a tool', () => {
  const choice = section.getByRole('combobox', { name: 'Which tool the model calls' })

  it('is what the model sees fit, none, any, or one by its name', async () => {
    draw({ tools: [WEATHER] })
    await choice.selectOptions('At least one')
    expect(settingsNow().toolChoice).toBe('required')
    await choice.selectOptions('Always weather')
    expect(settingsNow().toolChoice).toEqual({ type: 'function', function: { name: 'weather' } })
    await choice.selectOptions('As it sees fit')
    expect(settingsNow()).not.toHaveProperty('toolChoice')
  })

  it('says where the chosen one is not here', async () => {
    draw({ tools: [WEATHER], toolChoice: { type: 'function', function: { name: 'gone' } } })
    await expect.element(section.getByText('There is no tool of the name “gone”.', { exact: false })).toBeVisible()
  })

  it('is locked with the reason where the model cannot be made to call one', async () => {
    draw({ tools: [WEATHER], model: 'demo/thinker' })
    await expect.element(section.getByText('Not while thinking is on.')).toBeVisible()
    await expect.element(section.getByRole('option', { name: 'At least one' })).toBeDisabled()
    fake.state.prompt.patch({ llmConfig: { ...settingsNow(), thinking: { type: 'disabled' } } })
    await expect.element(section.getByRole('option', { name: 'At least one' })).toBeEnabled()
  })
})

describe('a model that takes no tools', () => {
  it('locks adding with the reason, and keeps what is there', async () => {
    draw({ tools: [WEATHER], model: 'demo/echo' })
    await expect.element(section.getByText('This model cannot call tools. A run with tools is refused', { exact: false })).toBeVisible()
    await section.getByRole('button', { name: 'Add a tool' }).click({ force: true })
    expect(settingsNow().tools).toEqual([WEATHER])
    await act('weather', 'Delete')
    await expect.element(section.getByText('This model cannot call tools. Choose another model to add some.')).toBeVisible()
    expect(settingsNow()).not.toHaveProperty('tools')
  })
})

describe('the result of a call', () => {
  const results = () => settingsNow().toolLoop?.results

  it('is a text, or JSON whose last good value holds while it is typed', async () => {
    draw({ tools: [WEATHER] })
    await entry('weather').click()
    const kind = section.getByRole('group', { name: 'Result of a call' }).last()
    await kind.getByRole('button', { name: 'Text' }).click()
    await field('The text that every call is answered with').fill('Sun.')
    expect(results()).toEqual({ weather: { type: 'text', text: 'Sun.' } })
    await kind.getByRole('button', { name: 'JSON' }).click()
    await field('The JSON that every call is answered with').fill('{"sky": "clear"}')
    await field('The JSON that every call is answered with').fill('{"sky": ')
    await expect.element(section.getByText(/^Line 1, column 9/)).toBeVisible()
    expect(results()).toEqual({ weather: { type: 'json', value: { sky: 'clear' } } })
    await kind.getByRole('button', { name: 'Text' }).click()
    await expect.element(field('The text that every call is answered with')).toHaveValue('Sun.')
    await kind.getByRole('button', { name: 'JSON' }).click()
    await expect.element(section.getByText(/^Line 1, column 9/)).toBeVisible()
    await kind.getByRole('button', { name: 'None' }).click()
    expect(settingsNow()).not.toHaveProperty('toolLoop')
  })

  it('is an expression over the arguments, tried with some as it is typed', async () => {
    draw({ tools: [WEATHER] })
    await entry('weather').click()
    await section.getByRole('button', { name: 'Expression' }).click()
    await field('An expression over the arguments, in jinja2').fill('Sun in {{ city | upper }}.')
    await expect.element(section.getByText('Sun in TEXT.')).toBeVisible()
    await field('Try it with these arguments').fill('{"city": "Bern"}')
    await expect.element(section.getByText('Sun in BERN.')).toBeVisible()
    await field('Try it with these arguments').fill('[]')
    await expect.element(section.getByText('Arguments are a JSON object.')).toBeVisible()
    await field('An expression over the arguments, in jinja2').fill('{{ city')
    await expect.element(section.getByRole('alert')).toBeVisible()
    expect(results()).toEqual({ weather: { type: 'template', template: '{{ city' } })
  })

  it('goes by the new name, and the rounds of the loop stand beside it', async () => {
    draw({ tools: [WEATHER, TIME], toolLoop: { results: { weather: { type: 'text', text: 'Sun.' } } } })
    const rounds = section.getByRole('spinbutton', { name: 'How often the model is asked at most' })
    await expect.element(rounds).toHaveAttribute('placeholder', '4')
    await rounds.fill('20')
    await expect.element(section.getByText('A whole number from 1 to 16.')).toBeVisible()
    await rounds.fill('2')
    await expect.element(section.getByText('time has no result: a call of it ends the run.')).toBeVisible()
    await entry('weather').click()
    await field('Name').fill('sky')
    expect(settingsNow().toolLoop).toEqual({ maxRounds: 2, results: { sky: { type: 'text', text: 'Sun.' } } })
  })
})
