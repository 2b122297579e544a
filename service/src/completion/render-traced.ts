import type { Message, RunRequest } from '@vitrine/contracts'
import type { TemplateCache, TemplateInputs } from '@vitrine/templating'
import type { RequestClock } from '../middleware/request-clock.ts'
import { ATTRIBUTE } from '../telemetry/attribute-names.ts'
import type { RequestTrace } from '../telemetry/request-trace.ts'
import { type Rendering, render } from './render.ts'

const textBytes = ({ content }: Message): number => {
  if (typeof content === 'string') return Buffer.byteLength(content)
  return (content ?? []).reduce((sum, part) => sum + (part.type === 'text' ? Buffer.byteLength(part.text) : 0), 0)
}
const renderedBytes = (messages: readonly Message[]): number => messages.reduce((sum, message) => sum + textBytes(message), 0)

/** Renders a run's prompt, as one stage of its trace. */
export function renderTraced(
  request: RunRequest,
  inputs: TemplateInputs,
  templates: TemplateCache,
  { trace, clock }: { readonly trace: RequestTrace; readonly clock: RequestClock },
): Rendering {
  const startMs = clock.elapsed()
  const rendering = render(request, inputs, templates)
  trace.stage({
    name: 'prompt.render',
    startMs,
    endMs: clock.elapsed(),
    attributes: {
      [ATTRIBUTE.formatOfTemplate]: request.templateFormat,
      [ATTRIBUTE.variableCount]: Object.keys(inputs).length,
      ...(rendering.ok ? { [ATTRIBUTE.renderedBytes]: renderedBytes(rendering.messages) } : {}),
    },
    ...(rendering.ok ? {} : { failure: rendering.error.code }),
  })
  return rendering
}
