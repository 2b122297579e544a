import { atom } from 'jotai'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TICKETS } from '../../fake-bindings.ts'
import { type Drawn, fakeHost } from '../../fake-host.ts'

const CSV = '\ufeffticket,order,Expected,source\r\n"New, with\r\na second line",B-1,refund,mail\r\nOther,B-2,,\r\n'
const REQUEST = '{"model":"demo/echo","temperature":0.5,"messages":[{"role":"system","content":"Be kind to {{ticket}}."}]}'
const TWO_PROMPTS =
  'prompts:\n  - {label: polite, raw: "Politely: {{ticket}}"}\n  - {label: short, raw: "Short: {{ticket}}"}\n' +
  'defaultTest: {assert: [{type: is-json}]}\ntests:\n  - vars: {ticket: One}\n    assert: [{type: contains, value: o}]\n'

const host = fakeHost()

function draw(widthPx = 1200): Drawn {
  host.resize(widthPx)
  return host.draw()
}
async function opened(): Promise<Drawn> {
  const fake = draw()
  await page.getByTestId('import').click()
  await expect.element(dialog()).toBeVisible()
  return fake
}

afterEach(host.clear)

const dialog = () => page.getByTestId('import-dialog')
const button = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true })
const go = () => button('Continue').click()
const paste = (text: string) =>
  dialog()
    .getByRole('textbox', { name: /^Or paste/ })
    .fill(text)
const role = (column: string) => dialog().getByRole('combobox', { name: `What ${column} becomes` })
const draftOf = ({ state }: Drawn) => state.store.get(state.prompt.draftAtom)
const rowOf = ({ state, rowIds }: Drawn, index: number) => state.store.get(state.rows.rowAtom(rowIds()[index] ?? ''))

function drop(on: Element, ...files: readonly File[]): DragEvent {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true })
  on.dispatchEvent(event)
  return event
}

describe('a case that the service would refuse', () => {
  it('is named with its size before anything changes, and can be imported all the same', async () => {
    const operation = { 'x-vitrine': { mode: 'completion' }, 'x-vitrine-limits': { max_body_bytes: 2000 } }
    const schemaAtom = atom({ openapi: '3.1.1', paths: { '/services/completion/test': { post: operation } } })
    const { rowIds } = host.draw(undefined, { bindings: { schemaAtom } })
    await page.getByTestId('import').click()
    await paste(`ticket,order\nshort,1\n${'x'.repeat(3000)},2`)
    await button('Continue').click()
    await button('Continue').click()
    await expect.element(dialog().getByTestId('import-apply')).toBeVisible()
    await expect.element(dialog()).toMatchTextContent('Case 2 comes to 3 kB. The service takes 2 kB in one request.')
    await button('Append').click()
    await dialog().getByTestId('import-apply').click()
    await expect.poll(() => rowIds().length).toBe(5)
  })
})

describe('the first step', () => {
  it('begins with a file that is dropped anywhere, and says what it is', async () => {
    const fake = draw()
    const cell = page.getByRole('gridcell', { name: 'A-1', exact: true })
    await expect.element(cell).toBeVisible()
    expect(drop(cell.element(), new File([CSV], 'cases.csv')).defaultPrevented).toBe(true)
    await expect.element(dialog().getByText('cases.csv')).toBeVisible()
    await expect.element(dialog().getByText('2 cases · 4 columns')).toBeVisible()
    await expect.element(dialog().getByRole('combobox', { name: 'Format' })).toHaveValue('csv')
    await expect.element(dialog().getByRole('combobox', { name: 'Encoding' })).toHaveValue('utf-8')
    await expect.element(dialog().getByRole('combobox', { name: 'Delimiter' })).toHaveValue(',')
    expect(fake.rowIds()).toHaveLength(3)
  })

  it('leaves what is dropped as text to the editors', async () => {
    draw()
    const cell = page.getByRole('gridcell', { name: 'A-1', exact: true })
    await expect.element(cell).toBeVisible()
    expect(drop(cell.element()).defaultPrevented).toBe(false)
  })

  it('takes another file that is dropped on the dialog', async () => {
    await opened()
    drop(dialog().getByRole('list', { name: 'Steps' }).element(), new File(['a\n1\n2\n3'], 'other.csv'))
    await expect.element(dialog().getByText('other.csv')).toBeVisible()
    await expect.element(dialog().getByText('3 cases · 1 column')).toBeVisible()
  })

  it('reads again when something is put right', async () => {
    await opened()
    await paste('a|b\n1|2\n3|4')
    await expect.element(dialog().getByText('2 cases · 2 columns')).toBeVisible()
    await dialog().getByRole('combobox', { name: 'Delimiter' }).selectOptions('Comma')
    await expect.element(dialog().getByText('2 cases · 1 column')).toBeVisible()
    await dialog().getByRole('checkbox', { name: 'The first line names the columns' }).click()
    await expect.element(dialog().getByText('3 cases · 1 column')).toBeVisible()
  })

  it('names problems by line, and goes on all the same where they are none that stop it', async () => {
    await opened()
    await paste('a,b\n1\n1,2,3')
    const problems = dialog().getByRole('region', { name: 'Worth knowing' })
    await expect.element(problems).toMatchTextContent('Line 2: It has 1 of 2 cells; the missing ones are empty.')
    await expect.element(problems).toMatchTextContent('Line 3: It has 3 cells for 2 columns; those beyond the last are left out.')
    await expect.element(button('Continue')).not.toHaveAttribute('aria-disabled')
  })

  it('refuses what it cannot take: what, where and what to do, with nothing changed', async () => {
    const fake = await opened()
    const before = fake.state.snapshot()
    await paste('text,text\n1,2')
    const notice = dialog().getByTestId('error-notice')
    await expect.element(notice).toHaveAttribute('data-code', 'duplicate-headers')
    await expect.element(notice).toMatchTextContent(/Nothing was changed.*Line 1: .*more than one column: text\. Rename them/)
    await expect.element(button('Continue')).toHaveAttribute('aria-disabled', 'true')
    await button('Continue').click({ force: true })
    await expect.element(dialog().getByRole('listitem').filter({ hasText: 'What it is' })).toHaveAttribute('aria-current', 'step')
    expect(fake.state.snapshot()).toEqual(before)
    expect(fake.state.store.get(fake.state.undo.canUndoAtom)).toBe(false)
  })

  it('begins anew after it was closed', async () => {
    const fake = await opened()
    await paste(CSV)
    await expect.element(dialog().getByText('2 cases · 4 columns')).toBeVisible()
    await button('Cancel').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    await page.getByTestId('import').click()
    await expect.element(dialog().getByRole('textbox', { name: /^Or paste/ })).toHaveValue('')
    await expect.element(button('Continue')).toHaveAttribute('aria-disabled', 'true')
    expect(fake.rowIds()).toHaveLength(3)
  })

  it('opens from the menu of a narrow frame', async () => {
    draw(500)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByTestId('import').click()
    await expect.element(dialog()).toBeVisible()
  })
})

describe('the second step', () => {
  it('takes columns for what their names say, and shows the first cases', async () => {
    await opened()
    await paste(CSV)
    await go()
    await expect.element(role('ticket')).toHaveValue('variable')
    await expect.element(role('Expected')).toHaveValue('expected')
    const table = dialog().getByRole('table')
    await expect.element(table.getByRole('columnheader', { name: 'ticket' })).toBeVisible()
    await expect.element(table.getByRole('cell', { name: 'refund' })).toBeVisible()
    await expect.element(dialog().getByText('The prompt does not use source', { exact: false })).toBeVisible()
    await role('source').selectOptions('Left out')
    await expect.element(table.getByRole('columnheader', { name: 'source' })).not.toBeInTheDocument()
    await expect.element(dialog().getByText('The prompt does not use', { exact: false })).not.toBeInTheDocument()
  })

  it('does not let two columns fill one variable', async () => {
    await opened()
    await paste(CSV)
    await go()
    const name = dialog().getByRole('textbox', { name: 'Name of what source becomes' })
    await name.fill('ticket')
    await expect.element(dialog().getByText('Two columns cannot fill ticket.', { exact: false }).first()).toBeVisible()
    await expect.element(button('Continue')).toHaveAttribute('title', 'Correct the columns that are marked first.')
    await name.fill('')
    await expect.element(dialog().getByText('A name is needed.')).toBeVisible()
    await name.fill('origin')
    await expect.element(button('Continue')).not.toHaveAttribute('aria-disabled')
  })
})

describe('columns that are dragged', () => {
  const bucket = (name: string) => dialog().getByTestId('import-buckets').getByRole('listitem').filter({ hasText: name })
  const names = (name: string) => [...bucket(name).element().querySelectorAll('bdi')].map(({ textContent }) => textContent)
  const grip = (column: string) => dialog().getByRole('list', { name: 'Columns', exact: true }).getByTitle(column, { exact: true })

  it('become what they are dropped on, and the selects say so', async () => {
    await opened()
    await paste(CSV)
    await go()
    await expect.poll(() => names('Variables')).toEqual(['ticket', 'order', 'source'])
    expect([names('Expected answer'), names('Metadata'), names('Left out')]).toEqual([['Expected'], [], []])
    await userEvent.dragAndDrop(grip('source'), bucket('Metadata'))
    await expect.element(role('source')).toHaveValue('metadata')
    await userEvent.dragAndDrop(grip('order'), bucket('Left out'))
    await userEvent.dragAndDrop(bucket('Expected answer').getByTitle('Expected'), bucket('Variables'))
    await expect.element(role('Expected')).toHaveValue('variable')
    expect([names('Variables'), names('Expected answer'), names('Metadata'), names('Left out')]).toEqual([
      ['ticket', 'Expected'],
      [],
      ['source'],
      ['order'],
    ])
  })

  it('are what their selects say, without a pointer', async () => {
    await opened()
    await paste(CSV)
    await go()
    await role('source').selectOptions('Expected, typed (contains: …)')
    await expect.poll(() => names('Expected answer')).toEqual(['Expected', 'source'])
    await userEvent.dragAndDrop(grip('source'), bucket('Expected answer'))
    await expect.element(role('source')).toHaveValue('typed')
  })

  it('are counted where there are many', async () => {
    await opened()
    await paste(`${Array.from({ length: 30 }, (_, index) => `c${index}`).join()}\n${'1,'.repeat(29)}1`)
    await go()
    await expect.element(bucket('Variables').getByText('30', { exact: true })).toBeVisible()
    await expect.element(bucket('Variables').getByText('and 26 more')).toBeVisible()
    await expect.element(dialog().getByText('c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11…', { exact: false })).toBeVisible()
  })
})

describe('several files', () => {
  const files = () => [new File(['ticket\n1'], 'one.csv'), new File(['a,a\n1,2'], 'two.csv'), new File(['ticket\n3\n4'], 'three.csv')]
  async function dropped(): Promise<Drawn> {
    const fake = draw()
    const cell = page.getByRole('gridcell', { name: 'A-1', exact: true })
    await expect.element(cell).toBeVisible()
    drop(cell.element(), ...files())
    await expect.element(dialog().getByText('3 files')).toBeVisible()
    return fake
  }

  it('are asked for, and one of them is taken alone', async () => {
    const fake = await dropped()
    await expect.element(button('Continue')).toHaveAttribute('title', 'Say first which of the files.')
    await button('Only this one').nth(2).click()
    await expect.element(dialog().getByText('2 cases · 1 column')).toBeVisible()
    await expect.element(button('Skip this file')).not.toBeInTheDocument()
    await go()
    await go()
    await button('Append').click()
    await button('Import 2 cases').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(fake.rowIds()).toHaveLength(5)
  })

  it('come in one after the other, each with an undo of its own; one that is refused can be skipped', async () => {
    const fake = await dropped()
    await button('One after the other').click()
    await expect.element(dialog().getByText('File 1 of 3')).toBeVisible()
    await expect.element(dialog().getByText('1 case · 1 column')).toBeVisible()
    await go()
    await go()
    await button('Append').click()
    await button('Import 1 case').click()
    await expect.element(dialog().getByText('File 2 of 3')).toBeVisible()
    await expect.element(dialog().getByTestId('error-notice')).toHaveAttribute('data-code', 'duplicate-headers')
    await button('Skip this file').click()
    await expect.element(dialog().getByText('File 3 of 3')).toBeVisible()
    await expect.element(button('Skip this file')).not.toBeInTheDocument()
    await expect.element(dialog().getByText('2 cases · 1 column')).toBeVisible()
    await go()
    await go()
    await button('Append').click()
    await button('Import 2 cases').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(fake.rowIds()).toHaveLength(6)
    fake.state.undo.undo()
    expect(fake.rowIds()).toHaveLength(4)
    fake.state.undo.undo()
    expect(fake.rowIds()).toHaveLength(3)
  })
})

describe('the third step', () => {
  it('asks whether the cases that are there stay; one undo takes all of it back', async () => {
    const fake = await opened()
    const before = fake.state.snapshot()
    await paste(CSV)
    await go()
    await role('source').selectOptions('Metadata')
    await go()
    const last = dialog().getByTestId('import-apply')
    await expect.element(last).toHaveAttribute('title', 'Say first whether the cases that are there stay.')
    await button('Append').click()
    await expect.element(dialog().getByText('2 cases come behind the 3 that are there.')).toBeVisible()
    expect(fake.state.snapshot()).toEqual(before)
    await last.click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(fake.rowIds()).toHaveLength(5)
    expect(rowOf(fake, 3)).toMatchObject({ expected: 'refund', metadata: { source: 'mail' } })
    expect(fake.valueOf(3, 'ticket')).toBe('New, with\na second line')

    const toast = page.getByTestId('toast')
    await expect.element(toast).toMatchTextContent('2 cases imported')
    await toast.getByRole('button', { name: /Undo/ }).click()
    expect(fake.state.snapshot()).toEqual(before)
  })

  it('replaces cases, prompt, parameters and checks by those of the file that is chosen', async () => {
    const fake = await opened()
    const before = fake.state.snapshot()
    await paste(TWO_PROMPTS)
    await expect.element(dialog().getByText('1 case · 1 column · 2 prompts · 1 check for every case')).toBeVisible()
    await go()
    await go()
    await expect.element(dialog().getByTestId('import-prompt-preview')).toMatchTextContent('Politely: {{ticket}}')
    await dialog().getByTestId('import-prompt').selectOptions('short')
    await expect.element(dialog().getByTestId('import-prompt-preview')).toMatchTextContent('Short: {{ticket}}')
    await button('Replace').click()
    await dialog().getByTestId('import-apply').click()
    await expect.poll(() => fake.rowIds()).toHaveLength(1)
    expect(draftOf(fake).messages.map(({ content }) => content)).toEqual(['Short: {{ticket}}'])
    expect(draftOf(fake).checks).toEqual([{ type: 'is-json' }])
    expect(rowOf(fake, 0)?.checks).toEqual([{ type: 'contains', value: 'o' }])
    await expect.element(dialog()).not.toBeInTheDocument()
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => fake.state.snapshot()).toEqual(before)
  })

  it('takes a request without asking for cases that it does not have', async () => {
    const fake = await opened()
    await paste(REQUEST)
    await go()
    await expect.element(dialog().getByText('It brings no cases: yours stay as they are.')).toBeVisible()
    await expect.element(dialog().getByText('Model: demo/echo. Parameters: temperature.', { exact: false })).toBeVisible()
    await button('Import the prompt').click()
    await expect.poll(() => draftOf(fake).llmConfig).toEqual({ model: 'demo/echo', temperature: 0.5 })
    expect(draftOf(fake).messages).toMatchObject([{ role: 'system', content: 'Be kind to {{ticket}}.' }])
    expect(fake.rowIds()).toHaveLength(TICKETS.rows.length)
  })

  it('says that nothing would change where my prompt is kept', async () => {
    const fake = await opened()
    await paste(REQUEST)
    await go()
    await dialog().getByTestId('import-prompt').selectOptions('Keep mine')
    await expect.element(dialog().getByText('Your prompt and its parameters stay as they are.')).toBeVisible()
    await expect
      .element(dialog().getByTestId('import-apply'))
      .toHaveAttribute('title', 'Nothing would change. Take the prompt, or choose another file.')
    await button('Back').click()
    await expect.element(dialog().getByRole('textbox', { name: /^Or paste/ })).toHaveValue(REQUEST)
    expect(fake.state.store.get(fake.state.undo.canUndoAtom)).toBe(false)
  })
})
