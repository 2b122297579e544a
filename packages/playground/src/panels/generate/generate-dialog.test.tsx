import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { fakeHost } from '../../fake-host.ts'
import type { ServiceBinding } from '../../bindings.ts'
import { sampleResponse } from '../../execution/sample-answer.ts'
import { fakeService } from '../model-config/fake-service.ts'
import { usableModels } from '../model-config/usable-models.ts'

const host = fakeHost(1200, 800)

interface Asked {
  readonly model: string
  readonly inputs: Readonly<Record<string, string>>
}

const MODELS = usableModels('demo/writer', 'demo/echo')
const DETAIL = { code: 'provider_error', message: 'No.', meta: { provider_message: 'The writer is ill.' } }

/** A service whose models answer with these texts, one after the other; null fails, and a promise that never ends never answers. */
function serviceOf(answers: readonly (string | null | Promise<never>)[]): { readonly service: ServiceBinding; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const service = fakeService(
    () => MODELS,
    (_url, body, signal) => {
      const { ag_config: config, inputs } = JSON.parse(body)
      asked.push({ model: config.prompt.llm_config.model, inputs })
      const answer = answers[asked.length - 1] ?? null
      if (answer instanceof Promise)
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        })
      return answer === null ? Response.json({ detail: DETAIL }, { status: 502 }) : Response.json(sampleResponse(answer))
    },
  )
  return { service, asked }
}

function draw(answers: readonly (string | null | Promise<never>)[], initial = TICKETS) {
  const { service, asked } = serviceOf(answers)
  return { ...host.draw(initial, { bindings: { service } }), asked }
}
afterEach(host.clear)

const cases = (...tickets: readonly string[]) => JSON.stringify({ cases: tickets.map((ticket) => ({ values: { ticket, order: 'A-9' } })) })
const dialog = page.getByTestId('generate-dialog')
const open = () => page.getByTestId('generate-cases').click()
const ask = () => dialog.getByTestId('ask-for-cases').click()
const line = (index: number) => dialog.getByTestId('generated-case').nth(index)
const add = dialog.getByTestId('add-generated')
const never = new Promise<never>(() => {})

describe('generating cases', () => {
  it('says what it will cost, asks by the form, and adds what stays ticked as one step', async () => {
    const fake = draw([cases('New one', 'The second', 'Left out')])
    await open()
    await expect.element(dialog.getByTestId('generate-estimate')).toMatchTextContent(/About \d+ tokens in and \d+ out, \$/)
    await expect.element(dialog.getByText(/Demo prices: no money is spent\.$/)).toBeVisible()
    expect(fake.asked).toEqual([])
    await dialog.getByRole('spinbutton', { name: 'How many' }).fill('3')
    await dialog.getByRole('button', { name: 'Hostile input' }).click()
    await ask()
    await line(2).getByRole('checkbox', { name: 'Add case 3' }).click()
    await line(0).getByRole('textbox', { name: 'ticket of case 1' }).fill('New one, edited')
    await expect.element(dialog.getByText('3 cases came, for $0.0030.')).toBeVisible()
    expect(fake.asked[0]?.inputs).toMatchObject({ count: '3', kind: expect.stringContaining('Hostile input') })
    expect(JSON.parse(fake.asked[0]?.inputs['examples'] ?? '')).toHaveLength(3)
    expect(fake.rowIds()).toHaveLength(3)
    await add.click()
    await expect.element(dialog).not.toBeInTheDocument()
    expect([3, 4].map((at) => fake.valueOf(at, 'ticket'))).toEqual(['New one, edited', 'The second'])
    expect(fake.rowIds()).toHaveLength(5)
    await expect.element(page.getByText('2 cases added')).toBeVisible()
    fake.state.undo.undo()
    expect(fake.rowIds()).toHaveLength(3)
  })

  it('marks what is there already and does not tick it', async () => {
    draw([JSON.stringify([{ ticket: 'Where is my parcel?', order: 'A-2' }, { ticket: 'Other' }, { ticket: 'Other ' }])])
    await open()
    await ask()
    await expect.element(line(0)).toMatchTextContent(/As case 2/)
    await expect.element(line(0).getByRole('checkbox')).not.toBeChecked()
    await expect.element(line(1).getByRole('checkbox')).toBeChecked()
    await expect.element(line(2)).toMatchTextContent(/As number 2 here/)
    await expect.element(add).toMatchTextContent('Add 1 case')
    await dialog.getByRole('checkbox', { name: 'All' }).click()
    await expect.element(add).toMatchTextContent('Add 3 cases')
  })

  it('names a failure, shows an answer without cases, and loses nothing that came before', async () => {
    const fake = draw([cases('First'), null, 'I would rather not.', cases('Second')])
    await open()
    await ask()
    await expect.element(line(0)).toBeVisible()
    await ask()
    await expect.element(dialog.getByRole('alert')).toMatchTextContent(/The provider failed.*The writer is ill\./)
    await ask()
    await expect.element(dialog.getByRole('alert')).toMatchTextContent(/There are no cases in this answer/)
    await dialog.getByText('The whole answer').click()
    await expect.element(dialog.getByTestId('raw-answer')).toMatchTextContent('I would rather not.')
    await ask()
    await expect.element(line(1)).toBeVisible()
    await add.click()
    expect([3, 4].map((at) => fake.valueOf(at, 'ticket'))).toEqual(['First', 'Second'])
  })

  it('is stopped, by its button and by closing, and asks again after that', async () => {
    const fake = draw([never, never, cases('At last')])
    await open()
    await ask()
    await expect.element(dialog.getByText('demo/writer is writing.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Stop' }).click()
    await expect.element(dialog.getByText('Stopped. Nothing was added.')).toBeVisible()
    await ask()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    await open()
    await ask()
    await expect.element(line(0)).toBeVisible()
    expect(fake.rowIds()).toHaveLength(3)
  })

  it('asks another model, after other examples, and for what is expected', async () => {
    const answer = JSON.stringify({ cases: [{ values: { ticket: 'T', order: 'O' }, expected: 'refund' }] })
    const fake = draw([answer])
    await open()
    await dialog.getByRole('button', { name: 'Model that writes the cases: demo/writer' }).click()
    await page.getByRole('combobox', { name: 'Models' }).fill('echo')
    await page.getByRole('option', { name: /echo/ }).first().click()
    await dialog.getByText('3 cases as examples').click()
    await dialog.getByRole('checkbox', { name: 'Case 1 as an example' }).click()
    await dialog.getByRole('checkbox', { name: 'With the answer that is expected' }).click()
    await ask()
    await expect.element(line(0).getByRole('textbox', { name: 'Expected of case 1' })).toHaveValue('refund')
    expect(fake.asked[0]?.model).toBe('demo/echo')
    expect(JSON.parse(fake.asked[0]?.inputs['examples'] ?? '')).toHaveLength(2)
    await add.click()
    expect(fake.state.store.get(fake.state.rows.rowAtom(fake.rowIds()[3] ?? ''))?.expected).toBe('refund')
  })

  it('opens from the list of commands, and says why there is nothing to write', async () => {
    draw([], { ...TICKETS, prompt: { ...TICKETS.prompt, messages: [{ role: 'user', content: 'Hi' }] }, rows: [{ data: {} }] })
    await page.getByTestId('palette').click()
    await userEvent.keyboard('generate cases{Enter}')
    await expect.element(dialog.getByText('The prompt has no variables that a model could write values for.')).toBeVisible()
    await expect.element(dialog.getByTestId('ask-for-cases')).toHaveAttribute('aria-disabled', 'true')
  })
})
