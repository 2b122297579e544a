import type { TemplateFormat } from '@vitrine/contracts'
import { TemplateError } from '../template-error.ts'
import type { TemplateEngine } from '../template-format.ts'
import { curlyEngine } from './curly/index.ts'

/**
 * Every format that the contract knows: a new one does not compile until it stands here. A page begins with the one that it is told to
 * begin with most often, and fetches the others when somebody writes in them.
 */
const LOADERS: Readonly<Record<TemplateFormat, () => TemplateEngine | Promise<TemplateEngine>>> = {
  curly: () => curlyEngine,
  fstring: async () => (await import('./fstring/index.ts')).fstringEngine,
  jinja2: async () => (await import('./jinja2/index.ts')).jinja2Engine,
  mustache: async () => (await import('./mustache/index.ts')).mustacheEngine,
}

/** Code that has arrived, not state: the same for everybody, and it never goes away. */
const loaded = new Map<TemplateFormat, TemplateEngine>([['curly', curlyEngine]])

export const isFormatLoaded = (format: TemplateFormat): boolean => loaded.has(format)

/** Makes a format ready for `parseTemplate`; at once for curly. Rejects only where its code cannot be fetched. */
export async function loadFormat(format: TemplateFormat): Promise<void> {
  if (!loaded.has(format)) loaded.set(format, await LOADERS[format]())
}

/** @throws TemplateError where the format was not loaded before */
export function engineOf(format: TemplateFormat): TemplateEngine {
  const engine = loaded.get(format)
  if (engine !== undefined) return engine
  throw new TemplateError({ code: 'template_syntax', message: `The format ${format} is not loaded yet. Wait for loadFormat('${format}').` })
}
