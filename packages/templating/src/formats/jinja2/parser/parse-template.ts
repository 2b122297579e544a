import type { LexedTemplate } from '../lexer/token.ts'
import type { Statement } from './ast.ts'
import { parseExpression } from './parse-expression.ts'
import { parseStatements } from './parse-statements.ts'
import { parseTag } from './parse-tag.ts'
import { TokenStream } from './token-stream.ts'

/**
 * Reads a whole template into its tree.
 *
 * @throws TemplateError `template_syntax`, `template_forbidden` or `template_limit`, with the position
 */
export const parseTemplateTree = (source: string, lexed: LexedTemplate): readonly Statement[] =>
  parseStatements(new TokenStream(source, lexed, parseExpression), [], parseTag)
