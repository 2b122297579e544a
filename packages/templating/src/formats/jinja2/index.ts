import { SourcePositions } from '../../source-positions.ts'
import type { ParsedTemplate, TemplateEngine } from '../../template-format.ts'
import { compileTemplate } from './compile/compile-template.ts'
import { tokenize } from './lexer/tokenize.ts'
import { parseTemplateTree } from './parser/parse-template.ts'
import { asTemplateError, renderCompiled } from './render.ts'
import { findPlaceholders, findVariables } from './variables.ts'
import { escapeLiteral, placeholderFor } from './write.ts'

function read(source: string): ParsedTemplate {
  const lexed = tokenize(source)
  const statements = parseTemplateTree(source, lexed)
  const compiled = compileTemplate(source, statements)
  const positions = new SourcePositions(source)
  return {
    format: 'jinja2',
    source,
    variables: findVariables(positions, statements, compiled.uses),
    placeholders: findPlaceholders(positions, lexed.marks, compiled.uses),
    render: (inputs, budget) => renderCompiled(source, compiled, inputs, budget),
  }
}

function parse(source: string): ParsedTemplate {
  try {
    return read(source)
  } catch (error) {
    throw asTemplateError(error)
  }
}

/**
 * The sandboxed language of Jinja2 3.1, as prompt writers use it: no other templates, no calls on data but a table of pure methods, no
 * chance (`random`, `lipsum`). `{{$…}}` is a JSONPath from the root, printed as curly prints values.
 *
 * @see https://jinja.palletsprojects.com/en/stable/templates/
 */
export const jinja2Engine: TemplateEngine = { format: 'jinja2', parse, placeholderFor, escapeLiteral }
