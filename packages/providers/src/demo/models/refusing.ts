import { promptTokens } from '../answer/prompt-tokens.ts'
import { contextOverflow } from './context-limit.ts'
import { READING_PACE, type DemoModel } from './demo-model.ts'

const SMALL_CONTEXT = 4096
const REFUSAL =
  'I will not answer this. I am the built-in demo model demo/refuses: I refuse everything, so that a refusal can be seen. There is nothing wrong with your prompt.'

/** Models that never answer, each with its own way of saying so, or of saying nothing. */
export const REFUSING_MODELS: readonly DemoModel[] = [
  { name: 'refuses', take: () => ({ kind: 'answer', answer: { refusal: REFUSAL }, pace: READING_PACE }) },
  // Every message list is too long for it: the figure is a small window filled to the brim before the messages come.
  {
    name: 'overflows',
    take: (request) => ({ kind: 'refused', error: contextOverflow(SMALL_CONTEXT, SMALL_CONTEXT + promptTokens(request)) }),
  },
  { name: 'silent', take: () => ({ kind: 'silence' }) },
  // Reached only by who does not use its own address, where nobody listens.
  { name: 'down', take: () => ({ kind: 'hang-up' }) },
]
