import type { ModelApi, WireRequest } from '@vitrine/contracts'

export const SNIPPET_LANGUAGES = [
  'curl',
  'python-openai',
  'python-anthropic',
  'typescript-openai',
  'typescript-anthropic',
  'typescript-fetch',
  'service-curl',
  'service-fetch',
] as const
export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number]

/** A variable of the template that a snippet takes as an argument. */
export interface SnippetParameter {
  /** As the template has it: `text`, `user.name`. */
  readonly name: string
  /** What stands in the request in its place; nothing else in the request holds this text. */
  readonly marker: string
  /** What the snippet is called with at its end. */
  readonly value: string
}

/** A variable that cannot be an argument: its value is in the text, or decides it, in a way that only the template engine knows. */
export interface FixedVariable {
  readonly name: string
  readonly reason: 'logic' | 'structured' | 'not-rendered'
}

/**
 * What a snippet is to do again: a request as the wire view or a preview shows it.
 *
 * *Shape*: `to` says whose request it is. `parameters` is empty where the snippet is filled with one case. `keyVariable` names the
 * environment variable that holds the key; no key is ever in a snippet, whatever the request's headers hold.
 */
export interface SnippetSource {
  readonly to: 'provider' | 'service'
  readonly request: Pick<WireRequest, 'url' | 'headers' | 'body'>
  readonly keyVariable: string
  readonly parameters?: readonly SnippetParameter[]
  readonly fixed?: readonly FixedVariable[]
  /** Whether the run answers the calls of tools by results that were set, which is nothing that the request says. */
  readonly hasToolLoop?: boolean
}

export interface SnippetOptions {
  /** Whether the answer comes piece by piece. */
  readonly stream: boolean
}

/**
 * What a snippet does not do as the request did, or what its reader has to know. The words are the catalogue's.
 *
 * *Shape*: paths are `messages[0].content`.
 */
export type SnippetNote =
  /** Data that the request shows only by its digest has to be put in. */
  | { readonly code: 'folded-data'; readonly paths: readonly string[] }
  | { readonly code: 'secret-header'; readonly names: readonly string[] }
  | { readonly code: 'secret-in-address' }
  | { readonly code: 'fixed-variable'; readonly name: string; readonly reason: FixedVariable['reason'] }
  | { readonly code: 'renamed'; readonly name: string; readonly as: string }
  /** JavaScript has no such number: the nearest one is sent. */
  | { readonly code: 'rounded-number'; readonly paths: readonly string[] }
  /** No language but JSON has numbers of that size. */
  | { readonly code: 'number-out-of-range'; readonly paths: readonly string[] }
  /** The client's types know no request without these fields; it is sent all the same. */
  | { readonly code: 'missing-fields'; readonly names: readonly string[] }
  /** The results that stand for tools stay with the service: whoever runs the snippet answers the calls. */
  | { readonly code: 'tool-loop' }
  /** The client cannot write half a surrogate pair, so the body is written by hand. */
  | { readonly code: 'lone-surrogate' }
  /** An argument of a shell cannot hold it: it is left out, or replaced by U+FFFD. */
  | { readonly code: 'not-in-argument'; readonly name: string; readonly what: 'nul' | 'lone-surrogate' }

/** Why there is no snippet: the client does not speak this API or cannot be told this address, the language nests less deep, or the body is none. */
export type SnippetRefusal =
  | { readonly code: 'other-target' }
  | { readonly code: 'other-api'; readonly api: ModelApi | null }
  | { readonly code: 'address' }
  | { readonly code: 'too-deep'; readonly depth: number }
  | { readonly code: 'no-json-object' }

export type Snippet =
  | { readonly ok: true; readonly code: string; readonly syntax: 'shell' | 'python' | 'typescript'; readonly notes: readonly SnippetNote[] }
  | { readonly ok: false; readonly refusal: SnippetRefusal }
