import { readFileSync } from 'node:fs'
import { SettingProblem } from '../config/setting.ts'
import { type ApiKeyTable, parseApiKeys } from './api-keys.ts'

/** *Errors*: a `SettingProblem` where the file cannot be read or is not a list of keys. */
export function loadApiKeys(file: string | null): ApiKeyTable {
  if (file === null) return []
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new SettingProblem(`VITRINE_API_KEYS_FILE names ${file}, which cannot be read. Correct the path, or unset it.`)
  }
  const table = parseApiKeys(text)
  if (table !== null) return table
  throw new SettingProblem(`${file} (VITRINE_API_KEYS_FILE) is not a JSON list of {"prefix", "sha256", "projects"}. Correct the file.`)
}
