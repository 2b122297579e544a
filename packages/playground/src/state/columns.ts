import type { TemplateFormat } from '@vitrine/contracts'
import { inColumnOrder } from './column-order.ts'
import { type ColumnSetting, settingOf, typeIn } from './column-setting.ts'
import type { LoadableColumn } from './row.ts'

export const columnsOf = (names: readonly string[], settings: readonly ColumnSetting[]): readonly LoadableColumn[] =>
  names.map((name) => ({ id: name, name, type: typeIn(settings, name) }))

/** The columns that the grid shows: those that a prompt reads, unless they are hidden, and those that were asked for. */
export const drawnNames = (read: readonly string[], unread: readonly string[], settings: readonly ColumnSetting[]): readonly string[] =>
  inColumnOrder(
    [
      ...read.filter((name) => settingOf(settings, name).isHidden !== true),
      ...unread.filter((name) => settingOf(settings, name).isShown === true),
    ],
    settings,
  )

/** In these a missing value is an error; in the others it prints as nothing, so a row without one can run. */
const REFUSES_MISSING: Readonly<Record<TemplateFormat, boolean>> = { curly: true, fstring: true, jinja2: false, mustache: false }

/** The variables without which a row cannot run. */
export const requiredNames = (names: readonly string[], format: TemplateFormat): readonly string[] => (REFUSES_MISSING[format] ? names : [])

export const missingNames = (required: readonly string[], values: Readonly<Record<string, string>>): readonly string[] =>
  required.filter((name) => !Object.hasOwn(values, name))
