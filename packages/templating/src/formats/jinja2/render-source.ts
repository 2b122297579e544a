import { DEFAULT_BUDGET } from '../../template-limits.ts'
import type { TemplateInputs } from '../../template-format.ts'
import { jinja2Engine } from './index.ts'

/** What a template renders to, with the usual budget and a clock that stands still. For tests. */
export const renderSource = (source: string, inputs: TemplateInputs): string =>
  jinja2Engine.parse(source).render(inputs, { ...DEFAULT_BUDGET, now: () => 0 })
