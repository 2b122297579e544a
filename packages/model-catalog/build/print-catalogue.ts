import type { ProviderModels } from './make-catalogue.ts'

export interface CatalogueFile {
  /** Under `src/catalogue`. */
  readonly name: string
  readonly text: string
}

const HEAD = '/* Made by build/catalogue.ts. Change what it is made from, then make it again. */\n'

/** A value as code. Keys that are names stand without quotes. */
function code(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(code).join(', ')}]`
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? quoted(value) : String(value)
  const fields = Object.entries(value).filter(([, held]) => held !== undefined)
  return `{ ${fields.map(([key, held]) => `${/^[a-z]\w*$/i.test(key) ? key : quoted(key)}: ${code(held)}`).join(', ')} }`
}

const quoted = (text: string): string => (text.includes("'") ? JSON.stringify(text) : `'${text.replaceAll('\\', '\\\\')}'`)

/** The catalogue as the files that are committed. */
export function printCatalogue(catalogue: readonly ProviderModels[]): readonly CatalogueFile[] {
  const models = catalogue.map(({ provider, constant, models: those }) => ({
    name: `${provider}-models.data.ts`,
    text: `import type { Model } from '@vitrine/contracts'\n\n${HEAD}export const ${constant}_MODELS: readonly Model[] = ${code(those)}\n`,
  }))
  const aliases = catalogue.flatMap(({ provider, aliases: those }) =>
    those.map(([alias, name]) => [`${provider}/${alias}`, `${provider}/${name}`]),
  )
  const text = `${HEAD}/** Other ids of models, and their own. */\nexport const ALIASES: readonly (readonly [alias: string, id: string])[] = ${code(aliases)}\n`
  return [...models, { name: 'aliases.data.ts', text }]
}
