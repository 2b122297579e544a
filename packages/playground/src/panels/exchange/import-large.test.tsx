import { afterEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { type Drawn, fakeHost } from '../../fake-host.ts'
import { MAX_PLACED_ROWS } from '../../exchange/import/limits.ts'
import type { PlaygroundBindings } from '../../bindings.ts'
import { storeZip } from '../../exchange/formats/xlsx/store-zip.ts'

/** What a person feels as a page that hangs. Milliseconds. */
const MOST_MS = 200
/** A few milliseconds of work, over and over, on a thread of its own. */
const PACER = `
  const work = () => { let sum = 0; for (let at = 0; at < 4e6; at++) sum += Math.sqrt(at); return sum }
  setInterval(() => { const from = performance.now(); work(); postMessage(performance.now() - from) }, 40)
`
/** What the pacer's work takes on a machine at rest: the least that it ever took. Milliseconds. */
let restMs = Number.POSITIVE_INFINITY

const host = fakeHost()

async function opened(workers: PlaygroundBindings['workers'] = {}): Promise<Drawn> {
  const fake = host.draw(undefined, { bindings: { workers } })
  await page.getByTestId('import').click()
  await expect.element(dialog()).toBeVisible()
  // What the dialog itself loads is no matter of a file.
  await choose(new File(['a\n1'], 'small.csv'))
  await expect.element(dialog().getByText('1 case · 1 column')).toBeVisible()
  return fake
}

afterEach(host.clear)

const dialog = () => page.getByTestId('import-dialog')
const button = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true })

async function choose(...files: readonly File[]): Promise<void> {
  const input = dialog().getByLabelText('File', { exact: true }).element()
  if (!(input instanceof HTMLInputElement)) throw new Error('There is no place for files.')
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await new Promise((resolve) => void setTimeout(resolve, 0))
}

/**
 * The longest time in which the page could not answer anybody, while something was done. Others use the machine too: while they make
 * work on another thread take so many times as long as at rest, a task of ours is counted at that part of its time. Milliseconds.
 */
async function longestTask(work: () => Promise<void>): Promise<number> {
  const tasks: number[] = []
  const paces: number[] = []
  const address = URL.createObjectURL(new Blob([PACER], { type: 'text/javascript' }))
  const pacer = new Worker(address)
  pacer.addEventListener('message', ({ data }: MessageEvent<number>) => paces.push(data))
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
  // What was going on before is over by then.
  await new Promise((resolve) => void setTimeout(resolve, 200))
  observer.observe({ type: 'longtask' })
  await work()
  await new Promise((resolve) => void setTimeout(resolve, 100))
  tasks.push(...observer.takeRecords().map(({ duration }) => duration))
  observer.disconnect()
  pacer.terminate()
  URL.revokeObjectURL(address)
  restMs = Math.min(restMs, ...paces)
  const slowness = paces.length === 0 ? 1 : paces.reduce((sum, pace) => sum + pace, 0) / paces.length / restMs
  return Math.max(0, ...tasks) / slowness
}

const refusal = (code: string) => async () => {
  await expect.poll(() => dialog().getByTestId('error-notice').query()?.getAttribute('data-code'), { timeout: 60_000 }).toBe(code)
}
/** The same piece over and over, made without one string of its size. */
const repeated = (piece: string, times: number): BlobPart[] => {
  const chunk = piece.repeat(1000)
  return [...Array.from({ length: Math.floor(times / 1000) }, () => chunk), piece.repeat(times % 1000)]
}

const BOMB = `a: &a [x,x,x]\n${Array.from(
  { length: 20 },
  (_, index) =>
    `a${index}: &a${index} [${Array(9)
      .fill(index === 0 ? '*a' : `*a${index - 1}`)
      .join()}]`,
).join('\n')}\nprompts: [x]\n`
const SPARSE = Array.from({ length: 60_000 }, (_, index) => `  - vars: {${'k'.repeat(60)}${index}: 1}\n`)

/** A workbook of a few kilobytes that unpacks to 210 MB of nothing, whatever it says of its size. */
async function bomb(): Promise<readonly BlobPart[]> {
  const nothing = new Blob(repeated(' ', 1_000_000))
  const sheet = new Blob(Array.from({ length: 210 }, () => nothing))
  const packed = await new Response(sheet.stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()
  const archive = await storeZip(new Map([['xl/workbook.xml', new Uint8Array(packed)]]))
  const view = new DataView(archive)
  // The method of the entry, in its own head and in the directory.
  view.setUint16(8, 8, true)
  view.setUint16(view.getUint32(view.byteLength - 6, true) + 10, 8, true)
  return [archive]
}

const COLUMNS = Array.from({ length: 10 }, (_, index) => `column ${index}`)
const line = (index: number) => `${COLUMNS.map((_, at) => `value ${at} of line ${index}`).join(',')}\n`
const table = (rows: number) =>
  new File([`${COLUMNS.join(',')}\n`, Array.from({ length: rows }, (_, index) => line(index)).join('')], 'large.csv')

/** Brings a file in and counts its cases; what the page could not answer for meanwhile, in reading and in placing. */
async function imported(file: File, found: string): Promise<readonly [reading: number, placing: number]> {
  const reading = await longestTask(async () => {
    await choose(file)
    await expect.element(dialog().getByText(found), { timeout: 60_000 }).toBeVisible()
  })
  await button('Continue').click()
  await button('Continue').click()
  await button('Replace').click()
  const placing = await longestTask(async () => {
    await dialog().getByTestId('import-apply').click()
    await expect.element(dialog(), { timeout: 60_000 }).not.toBeInTheDocument()
  })
  return [reading, placing]
}

describe('a large file', { timeout: 240_000 }, () => {
  it('of 100,000 rows is read, and as many as fit are placed, while the page answers', async () => {
    const fake = await opened()
    const [reading, placing] = await imported(table(100_000), '100,000 cases · 10 columns')
    expect(fake.rowIds()).toHaveLength(MAX_PLACED_ROWS)
    expect(fake.valueOf(MAX_PLACED_ROWS - 1, 'column 9')).toBe('value 9 of line 9999')
    expect(reading).toBeLessThan(MOST_MS)
    expect(placing).toBeLessThan(MOST_MS)
  })
  it.each<readonly [string, string, () => readonly BlobPart[] | Promise<readonly BlobPart[]>, string]>([
    ['of 50 MB', 'a.csv', () => ['a,b\n', ...repeated(`"${'x'.repeat(480)}",y\n`, 104_000)], 'file-too-large'],
    ['of nothing but commas', 'a.csv', () => repeated(',', 40_000_000), 'too-many-values'],
    ['of nothing but quotes', 'a.csv', () => ['a\n', ...repeated('"', 40_000_000)], 'cell-too-long'],
    ['of sixteen million objects', 'a.json', () => ['[', ...repeated('{},', 16_000_000), '{}]'], 'too-many-values'],
    ['of JSON without a bottom', 'a.json', () => [...repeated('[', 3_000_000), ...repeated(']', 3_000_000)], 'too-deep'],
    ['of YAML that repeats itself', 'a.yaml', () => [BOMB], 'yaml-aliases'],
    ['of YAML without a bottom', 'a.yaml', () => ['prompts: ', ...repeated('[', 9_000_000)], 'too-deep'],
    ['of YAML with a column for every case', 'a.yaml', () => ['prompts: [x]\ntests:\n', ...SPARSE], 'too-many-columns'],
    ['of a key without an end', 'a.yaml', () => ['prompts: [x]\n', ...repeated('k', 9_000_000), ': 1'], 'yaml-syntax'],
    ['of a spreadsheet that unpacks to more than anybody has', 'a.xlsx', bomb, 'unpacked-too-large'],
  ])('%s is refused, while the page answers and nothing changes', async (_, name, content, code) => {
    const fake = await opened()
    const before = fake.state.snapshot()
    const file = new File([...(await content())], name)
    const large = await longestTask(async () => {
      await choose(file)
      await refusal(code)()
    })
    expect(large).toBeLessThan(MOST_MS)
    expect(fake.state.snapshot()).toEqual(before)
    expect(fake.state.store.get(fake.state.undo.canUndoAtom)).toBe(false)
  })

  it.each<readonly [string, string, () => readonly BlobPart[], string]>([
    ['of 200 levels', 'a.json', () => [`[{"a":${'['.repeat(200)}${']'.repeat(200)}}]`], '1 case · 1 column'],
    [
      'of what keeps patterns busy',
      'a.csv',
      () => ['a,__expected\n', ...repeated(`${'{{ a '.repeat(200)},"regex: (${'a+'.repeat(200)})+$"\n`, 2000)],
      '2,000 cases · 2 columns',
    ],
    ['of one line', 'a.json', () => ['["', ...repeated('x ', 400_000), '"]'], '1 case · 1 column'],
  ])('%s is read, while the page answers', async (_, name, content, found) => {
    await opened()
    const file = new File([...content()], name)
    const large = await longestTask(async () => {
      await choose(file)
      await expect.element(dialog().getByText(found), { timeout: 60_000 }).toBeVisible()
    })
    expect(large).toBeLessThan(MOST_MS)
  })

  it('says how far it is, and stops when somebody wants it to', async () => {
    const fake = await opened()
    const before = fake.state.snapshot()
    await choose(new File(['prompts: [x]\ntests:\n', ...SPARSE], 'slow.yaml'))
    const progress = dialog().getByTestId('import-progress')
    await expect.element(progress).toBeVisible()
    await expect.element(button('Continue')).toHaveAttribute('title', 'Reading…')
    await progress.getByRole('button', { name: 'Stop reading' }).click()
    await expect.element(progress).not.toBeInTheDocument()
    await expect.element(dialog().getByRole('textbox', { name: /^Or paste/ })).toBeVisible()
    await choose(new File(['a\n1\n2\n3'], 'next.csv'))
    await expect.element(dialog().getByText('3 cases · 1 column')).toBeVisible()
    await expect.element(dialog().getByTestId('error-notice')).not.toBeInTheDocument()
    expect(fake.state.snapshot()).toEqual(before)
  })

  it('that is pasted is not laid out as text', async () => {
    await opened()
    const transfer = new DataTransfer()
    transfer.setData('text/plain', `a,b\n${'some words,more words\n'.repeat(10_000)}`)
    const list = dialog().getByRole('list', { name: 'Steps' }).element()
    list.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true, composed: true }))
    await expect.element(dialog().getByText('Pasted text of 220,004 characters')).toBeVisible()
    await expect.element(dialog().getByText('10,000 cases · 2 columns')).toBeVisible()
    await button('Paste something else').click()
    await expect.element(dialog().getByRole('textbox', { name: /^Or paste/ })).toHaveValue('')
  })
})

describe('a page that allows no worker', { timeout: 60_000 }, () => {
  it('reads what it can at once, and says what is too much for it', async () => {
    const fake = await opened('none')
    await choose(new File(['a\n', 'x\n'.repeat(1000)], 'a.csv'))
    await expect.element(dialog().getByText('1,000 cases · 1 column')).toBeVisible()
    await choose(new File(['a\n', 'x\n'.repeat(500_000)], 'a.csv'))
    await refusal('too-large-here')()
    await expect
      .element(dialog().getByTestId('error-notice'))
      .toMatchTextContent(/may have at most 1,000,000 bytes; this has 1,000,002\. Split it, or import it on a page that allows workers\./)
    await choose(new File(['a\n', 'x\n'.repeat(3)], 'a.csv'))
    await expect.element(dialog().getByText('3 cases · 1 column')).toBeVisible()
    await button('Continue').click()
    await button('Continue').click()
    await button('Append').click()
    await dialog().getByTestId('import-apply').click()
    await expect.element(dialog()).not.toBeInTheDocument()
    expect(fake.rowIds()).toHaveLength(6)
  })
})
