import { READING_PACE, type DemoModel, type Fault } from './demo-model.ts'

const explained = (name: string, what: string): string =>
  `This is the built-in demo model demo/${name}. ${what} What came before that is kept, so you can read these words, ` +
  'and the interface says what happened and offers the next step. Another model would have gone on here and brought its answer to an end.'

const faulty = (name: string, what: string, fault: Fault): DemoModel => ({
  name,
  take: () => ({ kind: 'answer', answer: { text: explained(name, what) }, pace: READING_PACE, fault }),
})

/** Models whose answer begins well: each breaks in its own way, so that what follows can be seen. */
export const FAULTY_MODELS: readonly DemoModel[] = [
  faulty('cuts-off', 'Its connection breaks in the middle of the answer, with no word of an end.', { kind: 'cut', afterTokens: 30 }),
  faulty('garbled', 'One event in the middle of its stream is not JSON.', { kind: 'garble', afterTokens: 30 }),
  faulty('error-mid-stream', 'After ten tokens its server reports an error.', { kind: 'error', afterTokens: 10 }),
]
