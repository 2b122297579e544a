import type { DemoModel } from './demo-model.ts'
import { echo } from './echo.ts'
import { messages } from './messages.ts'
import { writer } from './writer.ts'

export const DEMO_MODELS: readonly DemoModel[] = [writer, echo, messages]
