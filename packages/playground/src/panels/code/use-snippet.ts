import { runUrl } from '@vitrine/client'
import type { ClientFailure } from '@vitrine/client'
import { useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { keyVariableOf, SERVICE_TOKEN_VARIABLE } from '../../code/key-variable.ts'
import type { Snippet, SnippetSource } from '../../code/snippet.ts'
import { writeSnippet } from '../../code/write-snippet.ts'
import { withColumnParts } from '../../attachments/with-column-parts.ts'
import { rowBody } from '../../execution/row-body.ts'
import { type RequestParts, toAgConfig, transformToRequestBody } from '../../execution/run-request.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import type { Cell } from '../../state/cell.ts'
import type { LoadableRow } from '../../state/row.ts'
import { type AskedRequest, askedByRun } from './asked-request.ts'
import type { SnippetChoice } from './snippet-choice.ts'
import { snippetParts, targetOf } from './snippet-parts.ts'
import { useProviderRequest } from './use-provider-request.ts'

/** A program, or why there is none yet. */
export type ShownSnippet =
  | { readonly kind: 'snippet'; readonly snippet: Snippet; readonly origin: SnippetOrigin; readonly facts: SnippetFacts }
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-service' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly failure: ClientFailure }

/** `sent`: the request of the case's run; `asked`: made of what that run was asked with; `now`: what would be sent. */
export type SnippetOrigin = 'sent' | 'asked' | 'now'

/** What the program's reader has to know beside its notes. */
/** With what is in columns as parts; as text where it cannot be one. */
function bodyOf(parts: RequestParts): ReturnType<typeof transformToRequestBody> {
  const made = rowBody(parts, toAgConfig(parts.prompt), withColumnParts)
  return made.ok ? made.body : transformToRequestBody(parts)
}

export interface SnippetFacts {
  readonly keyVariable: string
  readonly isDemo: boolean
  /** A function was wanted, and nothing can be an argument. */
  readonly hasNoArguments: boolean
}

export interface SnippetOf {
  readonly row: LoadableRow
  /** The result whose request is wanted; null for what would be sent now. */
  readonly run: Cell | null
  readonly missing: readonly string[]
  /** The active one where it is absent. */
  readonly variantId?: string
}

export function useSnippet({ row, run, missing, variantId }: SnippetOf, choice: SnippetChoice): ShownSnippet {
  const { bindings, state } = usePlayground()
  const { service } = bindings
  const prompt = useAtomValue(variantId === undefined ? state.prompt.draftAtom : state.prompt.draftOf(variantId))
  const variables = useAtomValue(variantId === undefined ? state.prompt.variablesAtom : state.prompt.variablesOf(variantId))
  const { runtimePrefix, routePath } = useAtomValue(bindings.uriInfoAtom)
  const { shape, stream, language } = choice
  const target = targetOf(choice)
  const ran = useMemo(() => run && askedByRun(run), [run])
  const isMissing = ran === null && shape === 'filled' && missing.length > 0
  const asked = useMemo((): AskedRequest => {
    const url = service === undefined ? `${runtimePrefix}/${routePath}/test` : runUrl(runtimePrefix, prompt.mode, service.projectId)
    return ran ?? { url, body: bodyOf({ prompt, row, variables }) }
  }, [ran, service, runtimePrefix, routePath, prompt, row, variables])
  const parts = useMemo(() => snippetParts(asked, { language, shape, stream }), [asked, language, shape, stream])
  const sent = ran !== null && shape === 'filled' ? run?.wire.at(-1)?.request : undefined
  const isAsked = target === 'provider' && !isMissing
  const provided = useProviderRequest(isAsked ? parts.asked : null, sent)
  const { model, tool_loop: toolLoop } = asked.body.ag_config.prompt.llm_config
  const hasToolLoop = toolLoop !== undefined && toolLoop !== null
  const known = useModel(model)?.provider
  const provider = (provided.kind === 'request' ? provided.provider : null) ?? known ?? model.split('/')[0] ?? ''
  const source = useMemo((): SnippetSource | null => {
    const { parameters, fixed } = parts
    if (target === 'provider')
      return provided.kind === 'request'
        ? { to: target, request: provided.request, keyVariable: keyVariableOf(provider), parameters, fixed, hasToolLoop }
        : null
    const body = JSON.stringify(parts.asked.body)
    const headers = { authorization: '***' }
    return { to: target, request: { url: parts.asked.url, headers, body }, keyVariable: SERVICE_TOKEN_VARIABLE, parameters, fixed }
  }, [target, parts, provided, provider, hasToolLoop])
  const snippet = useMemo(() => source && writeSnippet(language, source, { stream }), [source, language, stream])
  if (isMissing) return { kind: 'missing' }
  if (source === null || snippet === null) return provided.kind === 'request' ? { kind: 'loading' } : provided
  return {
    kind: 'snippet',
    snippet,
    origin: ran === null ? 'now' : sent !== undefined && target === 'provider' ? 'sent' : 'asked',
    facts: {
      keyVariable: source.keyVariable,
      isDemo: target === 'provider' && provider === 'demo',
      hasNoArguments: shape === 'function' && parts.parameters.length === 0,
    },
  }
}
