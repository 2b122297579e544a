import { readFileSync } from 'node:fs'
import type { Model } from '@vitrine/contracts'
import { type OverrideProblem, withOverrides } from '@vitrine/model-catalog'
import { SettingProblem } from '../config/setting.ts'

const NAME = 'VITRINE_PRICES_FILE'
const SHOWN = 3

const told = ({ path, message }: OverrideProblem): string => `${path} ${message}`

function documentIn(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new SettingProblem(`${NAME} names ${file}, which cannot be read. Name a file that can, or unset it.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new SettingProblem(`${file} (${NAME}) is not JSON. Correct it, or unset ${NAME}.`)
  }
}

/** What an operator's file says of models, over what the catalogue knows. */
export interface PriceFile {
  readonly models: readonly Model[]
  /** The ids that the file speaks of: nobody else's word counts for those. */
  readonly ids: ReadonlySet<string>
}

const idsIn = (document: unknown): ReadonlySet<string> => {
  const models = typeof document === 'object' && document !== null && 'models' in document ? document.models : null
  return new Set(typeof models === 'object' && models !== null ? Object.keys(models) : [])
}

/**
 * Reads the operator's own prices and models.
 *
 * *Errors*: a `SettingProblem` of one line that names the file and the first places in it that are wrong.
 */
export function readPriceFile(file: string | null, catalogue: readonly Model[]): PriceFile {
  if (file === null) return { models: catalogue, ids: new Set() }
  const document = documentIn(file)
  const overrides = withOverrides(catalogue, document)
  if (overrides.ok) return { models: overrides.models, ids: idsIn(document) }
  const named = overrides.problems.slice(0, SHOWN).map(told).join('; ')
  const rest = overrides.problems.length - SHOWN
  throw new SettingProblem(
    `${file} (${NAME}) cannot be used: ${named}${rest > 0 ? ` (and ${rest} more)` : ''}. Correct it, or unset ${NAME}.`,
  )
}
