import { fromWire, type ModelSettings, type Wire } from '@vitrine/contracts'
import type { Cell } from '../../state/cell.ts'

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined

const isSettings = (value: unknown): value is Wire<ModelSettings> => typeof memberOf(value, 'model') === 'string'

/** The settings that a run was sent with; null where nothing was sent. */
export function sentSettings({ request }: Pick<Cell, 'request'>): ModelSettings | null {
  const settings = memberOf(memberOf(memberOf(request?.body, 'ag_config'), 'prompt'), 'llm_config')
  return isSettings(settings) ? fromWire<ModelSettings>(settings) : null
}
