import type { TemplateFormat } from '@vitrine/contracts'
import type { TemplateEngine } from '../template-format.ts'
import { curlyEngine } from './curly/index.ts'
import { fstringEngine } from './fstring/index.ts'
import { jinja2Engine } from './jinja2/index.ts'
import { mustacheEngine } from './mustache/index.ts'

/** Every format that the contract knows: a new one does not compile until it stands here. */
export const TEMPLATE_ENGINES: Readonly<Record<TemplateFormat, TemplateEngine>> = {
  curly: curlyEngine,
  fstring: fstringEngine,
  jinja2: jinja2Engine,
  mustache: mustacheEngine,
}
