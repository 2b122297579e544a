import type { ColumnChange } from '../state/column-change.ts'
import { settingOf, withSetting } from '../state/column-setting.ts'
import { cellsOf } from '../state/expected-column.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import { withValue } from '../state/row-values.ts'
import { type RefusedPlace, renameInPrompts } from './rename-in-prompts.ts'
import { isWritable } from './rename-in-template.ts'

/** Why a column cannot be called so. `taken`: there is a column of that name with values, or both are read. `unwritable`: the prompts could not name it. */
export type NameFault = 'empty' | 'same' | 'taken' | 'unwritable'

export interface ColumnRename {
  readonly fault: NameFault | null
  /** What goes on reading the old name; its values then stay under both. */
  readonly refused: readonly RefusedPlace[]
  readonly change: ColumnChange
}

/** What renaming a column comes to, with or without the prompts. */
export function columnRename({ store, rows, prompt }: PlaygroundState, from: string, given: string, inPrompts: boolean): ColumnRename {
  const to = given.trim()
  const read = store.get(prompt.columnNamesAtom)
  const { templateFormat } = store.get(prompt.draftAtom)
  const takes = inPrompts && read.includes(from)
  const faultOf = (): NameFault | null => {
    if (to === '') return 'empty'
    if (to === from) return 'same'
    if (store.get(rows.filledAtom).has(to) || (takes && read.includes(to))) return 'taken'
    return takes && !isWritable(templateFormat, to) ? 'unwritable' : null
  }
  const fault = faultOf()
  if (fault !== null) return { fault, refused: [], change: {} }
  const variants = store.get(prompt.variants.listAtom)
  const renamed = takes ? renameInPrompts(variants, templateFormat, from, to) : { variants, refused: [] }
  const settings = store.get(rows.settingsAtom)
  const { name: _old, ...said } = settingOf(settings, from)
  const stays = renamed.refused.length > 0
  return {
    fault,
    refused: renamed.refused,
    change: {
      ...(takes && { variants: renamed.variants }),
      settings: withSetting(stays ? settings : withSetting(settings, { name: from }), { name: to, ...said }),
      cells(row) {
        const cells = cellsOf(row)
        const value = Object.hasOwn(cells, from) ? (cells[from] ?? '') : ''
        return withValue(stays ? cells : withValue(cells, from, ''), to, value)
      },
    },
  }
}
