import type { TemplateEngine } from '../../template-format.ts'
import { parseMustache } from './parse.ts'
import { renderMustache } from './render.ts'
import { escapeMustache, mustachePath, mustachePlaceholder } from './write.ts'

/** The Mustache language without HTML escaping, partials and lambdas, with JSONPath tags. */
export const mustacheEngine: TemplateEngine = {
  format: 'mustache',
  parse(source) {
    const { nodes, variables, placeholders, pieces } = parseMustache(source)
    return {
      format: 'mustache',
      source,
      variables,
      placeholders,
      pieces,
      render: (inputs, budget) => renderMustache(nodes, inputs, budget),
    }
  },
  placeholderFor: mustachePlaceholder,
  placeholderForPath: mustachePath,
  escapeLiteral: escapeMustache,
}
