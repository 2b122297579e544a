import { useAtomValue } from 'jotai'
import type { ColumnRole } from '../../../exchange/import/recognition.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { FieldError } from '../../../ui/field-error.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { choiceOf, choicesFor, mappingFaults, nameOf, renamed, roleFor } from './column-choice.ts'
import { Buckets } from './buckets.tsx'
import { type Bucket, roleIn } from './column-bucket.ts'
import { ColumnName } from './column-name.tsx'
import { FirstRows } from './first-rows.tsx'
import css from './import-form.module.css'
import type { ImportControl } from './use-import-draft.ts'

/** More names than anybody reads in a sentence. */
const NAMED = 12

/** The second step: what becomes of each column, with the first cases as they will be. */
export function MapStep({ control }: { readonly control: ImportControl }) {
  const say = useText('exchangeImport')
  const { recognition, mapping } = control.draft
  if (recognition?.ok !== true || mapping === null) return null
  const faults = mappingFaults(mapping.columns)
  const set = (index: number, role: ColumnRole) => control.map({ ...mapping, columns: mapping.columns.with(index, role) })
  const dropInto = (index: number, bucket: Bucket) => {
    const column = recognition.columns[index]
    const before = mapping.columns[index]
    if (column !== undefined && before !== undefined) set(index, roleIn(bucket, column, before))
  }
  return (
    <>
      <p className={css.small}>{say('bucketHint')}</p>
      <Buckets columns={recognition.columns} roles={mapping.columns} onDrop={dropInto} />
      <ul className={css.columns} aria-label={say('columns')}>
        {Object.entries(recognition.columns).map(([place, column]) => {
          const index = Number(place)
          const role = mapping.columns[index] ?? { kind: 'ignore' }
          const name = nameOf(role)
          const fault = faults[index] ?? null
          return (
            <li key={place}>
              <ColumnName index={index} name={column.name} form="row" />
              <Select
                label={say('roleOf', { column: column.name })}
                value={choiceOf(role)}
                options={choicesFor(column).map((value) => ({ value, label: say(value) }))}
                onChange={(choice) => set(index, roleFor(choice, column, role))}
              />
              {name !== null && (
                <TextField
                  label={say('nameOf', { column: column.name })}
                  mono
                  value={name}
                  invalid={fault !== null}
                  onChange={(next) => set(index, renamed(role, next))}
                />
              )}
              {fault !== null && (
                <div className={css.fault}>
                  <FieldError>{fault === 'missing' ? say('nameMissing') : say('nameTwice', { name: name ?? '' })}</FieldError>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      <Unused control={control} />
      <FirstRows columns={recognition.columns} rows={recognition.firstRows} roles={mapping.columns} />
    </>
  )
}

/** Columns that will be hidden, as the prompt that will be there does not read them. What a prompt of the file reads, its author saw to. */
function Unused({ control }: { readonly control: ImportControl }) {
  const say = useText('exchangeImport')
  const { rows } = usePlayground().state
  const used = new Set(useAtomValue(rows.columnsAtom).map(({ id }) => id))
  const { recognition, mapping } = control.draft
  const isReplaced = recognition?.ok === true && mapping?.variants.some((index) => recognition.variants[index]?.prompt !== undefined)
  const names = (mapping?.columns ?? []).flatMap((role) => (role.kind === 'variable' && !used.has(role.name) ? [role.name] : []))
  if (isReplaced === true || names.length === 0) return null
  return (
    <p className={css.small}>
      {say('unused', { count: names.length, names: `${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? '…' : ''}` })}
    </p>
  )
}
