import type { ColumnRole, RecognisedColumn } from '../../../exchange/import/recognition.ts'
import type { ImportPreview } from '../../../exchange/reader/import-preview.ts'
import { useText } from '../../../messages/use-text.ts'
import { nameOf } from './column-choice.ts'
import css from './import-form.module.css'

export interface FirstRowsProps {
  readonly columns: readonly RecognisedColumn[]
  readonly rows: ImportPreview['firstRows']
  readonly roles: readonly ColumnRole[]
}

/** The first cases under the names that they will have; what is left out is not there. */
export function FirstRows({ columns, rows, roles }: FirstRowsProps) {
  const say = useText('exchangeImport')
  const shown = columns.map((column, index) => ({ column, index, role: roles[index] })).filter(({ role }) => role?.kind !== 'ignore')
  if (rows.length === 0 || shown.length === 0) return null
  return (
    <section className={css.part}>
      <h3 className={css.title}>{say('firstRows')}</h3>
      {/* Wide tables scroll, with the keyboard too. */}
      <div className={css.table} role="group" aria-label={say('firstRows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {shown.map(({ column, index, role }) => (
                <th key={index} scope="col" className={role?.kind === 'variable' ? css.variable : undefined}>
                  <bdi>{headOf(column, role)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(rows).map(([place, row]) => (
              <tr key={place}>
                {shown.map(({ index }) => (
                  <td key={index} dir="auto">
                    {(row.cells[index] ?? '') === '' ? <i className={css.empty}>{say('emptyCell')}</i> : row.cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )

  function headOf(column: RecognisedColumn, role: ColumnRole | undefined): string {
    if (role?.kind === 'expected') return say('expectedHead')
    return role === undefined ? column.name : (nameOf(role) ?? column.name)
  }
}
