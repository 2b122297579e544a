import { DELAYING_MODELS } from './delaying.ts'
import type { DemoModel } from './demo-model.ts'
import { echo } from './echo.ts'
import { FAULTY_MODELS } from './faulty.ts'
import { messages } from './messages.ts'
import { REFUSING_MODELS } from './refusing.ts'
import { thinker } from './thinker.ts'
import { writer } from './writer.ts'

/** Every demo model, the default first. */
export const DEMO_MODELS: readonly DemoModel[] = [writer, thinker, echo, messages, ...DELAYING_MODELS, ...FAULTY_MODELS, ...REFUSING_MODELS]
