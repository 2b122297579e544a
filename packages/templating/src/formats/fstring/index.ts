import type { TemplateEngine } from '../../template-format.ts'
import { parseFstring } from './parse.ts'
import { renderFstring } from './render.ts'
import { piecesOf, placeholdersOf, variablesOf } from './variables.ts'
import { escapeFstring, fstringPath, fstringPlaceholder } from './write.ts'

/** Python's `str.format` with names: `{name}`, `{name[key]}`, `{name!r:>10}`. */
export const fstringEngine: TemplateEngine = {
  format: 'fstring',
  parse(source) {
    const nodes = parseFstring(source)
    return {
      format: 'fstring',
      source,
      variables: variablesOf(nodes),
      placeholders: placeholdersOf(nodes),
      pieces: piecesOf(nodes),
      render: (inputs, budget) => renderFstring(nodes, inputs, budget),
    }
  },
  placeholderFor: fstringPlaceholder,
  placeholderForPath: fstringPath,
  escapeLiteral: escapeFstring,
}
