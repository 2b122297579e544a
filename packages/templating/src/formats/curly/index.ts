import type { TemplateEngine } from '../../template-format.ts'
import { parseCurly } from './parse.ts'
import { renderCurly } from './render.ts'
import { curlyPath, curlyPlaceholder, escapeCurly } from './write.ts'

/** `{{ name }}`, dot paths, JSONPath and JSON Pointer; no logic. */
export const curlyEngine: TemplateEngine = {
  format: 'curly',
  parse(source) {
    const template = parseCurly(source)
    const { variables, placeholders, pieces } = template
    return { format: 'curly', source, variables, placeholders, pieces, render: (inputs, budget) => renderCurly(template, inputs, budget) }
  },
  placeholderFor: curlyPlaceholder,
  placeholderForPath: curlyPath,
  escapeLiteral: escapeCurly,
}
