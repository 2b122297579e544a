import { describe, expect, it } from 'vitest'
import { codeFiles, productionFiles } from './source-files.ts'
import { type SpokenWords, spokenWords } from './spoken-words.ts'
import { SPOKEN_ELSEWHERE } from './spoken-elsewhere.ts'
import { wordyFailures, writtenSentences } from './written-sentences.ts'

const isInterface = (path: string) => /^(packages\/playground|web)\/src\//.test(path) && !path.includes('/messages/')
/** What stands in for the service or the worker in tests speaks to nobody. */
const isDouble = (path: string) => /\/fake-[^/]+$/.test(path)
const files = productionFiles.filter(({ path }) => isInterface(path) && !path.endsWith('.data.ts') && !isDouble(path))
const isAllowed = (path: string, words: string) =>
  SPOKEN_ELSEWHERE.some((one) => path.startsWith(one.path) && (one.words === undefined || one.words.includes(words)))

/** What is said in a file, and every sentence that is written in it. */
function wordsIn(path: string, text: string): readonly SpokenWords[] {
  const spoken = spokenWords(path, text)
  const isNew = ({ line, words }: SpokenWords) => spoken.every((one) => one.line !== line || one.words !== words)
  return [...spoken, ...writtenSentences(path, text).filter(isNew)]
}

describe('the words of the interface', () => {
  it('come from the catalogues, every one', () => {
    const found = files.flatMap(({ path, text }) =>
      wordsIn(path, text)
        .filter(({ words }) => !isAllowed(path, words))
        .map(({ line, place, words }) => `${path}:${line} ${place}: ${words}`),
    )
    expect(found, 'Say it in packages/playground/src/messages/en, de and ar, or in web/src/messages').toEqual([])
  })

  it('are let through elsewhere only where they still stand', () => {
    const idle = SPOKEN_ELSEWHERE.flatMap(({ path, words }) => {
      const here = codeFiles.filter((file) => file.path.startsWith(path)).flatMap((file) => wordsIn(file.path, file.text))
      return words === undefined ? (here.length === 0 ? [path] : []) : words.filter((one) => !here.some((found) => found.words === one))
    })
    expect(idle).toEqual([])
  })
})

describe('a failure', () => {
  const speaks = (path: string) =>
    /^packages\/(client|playground)\/src\//.test(path) && !isDouble(path) && !path.endsWith('/bindings-contract.ts')

  it('is told as data beside its message, wherever the page or the client makes one', () => {
    const wordy = productionFiles
      .filter(({ path }) => speaks(path))
      .flatMap(({ path, text }) => wordyFailures(path, text).map((line) => `${path}:${line}`))
    expect(wordy, 'Add its cause: see packages/playground/src/messages/en/causes.ts').toEqual([])
  })
  it.each([
    ["const lost = { code: 'interrupted', message: 'It broke.' }", [1]],
    ["const lost = { code: 'interrupted', message: 'It broke.', meta: told('broke-off') }", []],
    ["const lost = { code: 'interrupted', ...rest }", []],
  ])('is found where it only speaks: %s', (source, lines) => {
    expect(wordyFailures('x.ts', source)).toEqual(lines)
  })
})

describe('the search for sentences', () => {
  const found = (source: string) => writtenSentences('x.tsx', source).map(({ words }) => words)
  it.each([
    ["const detail = 'no directory'", ['no directory']],
    ['throw new ZipFault(`a ${quote} that never closes`)', ['a … that never closes']],
    ["export const reasonOf = () => ['it is', 'too late to say'].join(' ')", ['it is', 'too late to say']],
    ["add('error', { what: isOpen ? 'still open' : 'closed' })", ['still open']],
  ])('finds it wherever it is written: %s', (source, words) => {
    expect(found(source)).toEqual(words)
  })
  it.each([
    "import { words } from './two words.ts'",
    "type Said = 'two words'",
    '<p className="wide open" />',
    "'use client'",
    "const kind = 'one-word'",
    "const url = 'https://example.org/a'",
  ])('leaves alone what is none: %s', (source) => {
    expect(found(source)).toEqual([])
  })
})

describe('the search for words', () => {
  const found = (source: string) => spokenWords('x.tsx', source).map(({ place, words }) => `${place}: ${words}`)
  it.each([
    ['<p>Nothing here yet</p>', ['text: Nothing here yet']],
    ['<p>{isBusy ? "Wait" : say("done")}</p>', ['text: Wait']],
    ['<button aria-label="Close the panel" />', ['aria-label: Close the panel']],
    ['<Field label={`Case ${n}`} />', ['label: Case …']],
    ['<input placeholder={hint ?? "Write here"} />', ['placeholder: Write here']],
    ['const tool = { label: "Export", run }', ['label: Export']],
    ['const failed = { ok: false, message: "This is no JSON: " + detail }', ['message: This is no JSON:']],
    ['toast("The file is saved")', ['toast: The file is saved']],
  ])('finds what people read in %s', (source, words) => {
    expect(found(source)).toEqual(words)
  })
  it.each([
    '<p className="wide open">{say("done")}</p>',
    '<Icon of={Close} size={12} />',
    '<p>{count} / {total} ×</p>',
    '<Tab value="first tab" label={say("first")} />',
    'const kind = { type: "Not Read", label: "code" }',
    'throw new Error("This cannot happen.")',
  ])('leaves alone what nobody reads in %s', (source) => {
    expect(found(source)).toEqual([])
  })
})
