import { readRequest } from './read-request.ts'
import { SNIPPET_WRITERS } from './registry.ts'
import { SNIPPET_LANGUAGES, type Snippet, type SnippetLanguage, type SnippetOptions, type SnippetSource } from './snippet.ts'

/**
 * A program that makes a request again: filled with one case, or, where the source has parameters, a function of them that is called once.
 * Its body is the request's, value for value, whatever is in it; a stream is asked for or not as `options` say.
 *
 * *errors*: a refusal where the language or its client cannot make this request; what it does differently is in `notes`.
 */
export function writeSnippet(language: SnippetLanguage, source: SnippetSource, options: SnippetOptions): Snippet {
  const writer = SNIPPET_WRITERS[language]
  if (writer.to !== source.to) return { ok: false, refusal: { code: 'other-target' } }
  const request = readRequest(source, options)
  return 'code' in request ? { ok: false, refusal: request } : writer.write(request)
}

/** The languages that can make a request, in the order in which they are offered. */
export const languagesFor = (source: SnippetSource): readonly SnippetLanguage[] =>
  SNIPPET_LANGUAGES.filter((language) => writeSnippet(language, source, { stream: false }).ok)
