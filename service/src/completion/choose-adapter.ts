import { type DialectName, PROVIDER_DEFINITIONS, type Provider } from '@vitrine/providers'
import { type DialectQuestion, type ResponsesChoice, chooseDialect } from './choose-dialect.ts'

export interface AdapterDeps {
  /** What speaks to a provider in one of its dialects. */
  readonly adapterFor: (provider: string, dialect: DialectName) => Provider
  readonly responses: ResponsesChoice
}

export type AdapterQuestion = Omit<DialectQuestion, 'definition' | 'responses'> & { readonly provider: string }

/** Who is to ask a provider; `ignored` as in `DialectChoice`. */
export function chooseAdapter(
  { provider, ...question }: AdapterQuestion,
  { adapterFor, responses }: AdapterDeps,
): { readonly adapter: Provider; readonly ignored: string | null } {
  const definition = PROVIDER_DEFINITIONS.find(({ id }) => id === provider)
  if (definition === undefined) throw new Error(`no definition of provider ${provider}`)
  const { dialect, ignored } = chooseDialect({ ...question, definition, responses })
  return { adapter: adapterFor(provider, dialect), ignored }
}
