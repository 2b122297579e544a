import type { SnippetRequest } from '../read-request.ts'
import type { Snippet } from '../snippet.ts'

/** One language: a file beside this one, and a line in the registry. */
export interface SnippetWriter {
  readonly to: 'provider' | 'service'
  readonly write: (request: SnippetRequest) => Snippet
}
