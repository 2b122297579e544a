import { useText } from '../../messages/use-text.ts'
import { editedPreview, type Preview, type PreviewCase, takenAll } from '../../generate/preview.ts'
import type { Twin } from '../../generate/twins.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chip } from '../../ui/chip.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { VariableChip } from '../../ui/variable-chip.tsx'
import css from './generate.module.css'

export interface PreviewTableProps {
  readonly preview: Preview
  readonly twins: ReadonlyMap<number, Twin>
  readonly onChange: (preview: Preview) => void
}

/** What was written: each case can be left out and each value changed before anything is added. */
export function PreviewTable({ preview, twins, onChange }: PreviewTableProps) {
  const say = useText('generate')
  const { columns, withExpected, cases } = preview
  return (
    <div className={css.table} data-testid="generated">
      <table aria-label={say('preview')}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                label={say('takeAll')}
                hideLabel
                checked={cases.every(({ isTaken }) => isTaken)}
                onChange={(isTaken) => onChange(takenAll(preview, isTaken))}
              />
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                <VariableChip name={name} state="known" title={undefined} />
              </th>
            ))}
            {withExpected && <th scope="col">{say('expected')}</th>}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <CaseLine
              key={one.id}
              one={one}
              columns={columns}
              withExpected={withExpected}
              twin={twins.get(one.id)}
              onChange={(part) => onChange(editedPreview(preview, one.id, part))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CaseLineProps {
  readonly one: PreviewCase
  readonly columns: readonly string[]
  readonly withExpected: boolean
  readonly twin: Twin | undefined
  readonly onChange: (part: Partial<PreviewCase>) => void
}

function CaseLine({ one, columns, withExpected, twin, onChange }: CaseLineProps) {
  const say = useText('generate')
  const number = one.id + 1
  const valueOf = (name: string) => (Object.hasOwn(one.data, name) ? (one.data[name] ?? '') : '')
  return (
    <tr data-testid="generated-case" data-taken={one.isTaken || undefined} data-twin={twin !== undefined || undefined}>
      <td>
        <Checkbox label={say('take', { number })} hideLabel checked={one.isTaken} onChange={(isTaken) => onChange({ isTaken })} />
      </td>
      {columns.map((name, at) => (
        <td key={name}>
          <TextArea
            label={say('value', { name, number })}
            rows={1}
            className={css.value}
            value={valueOf(name)}
            onChange={(text) => onChange({ data: { ...one.data, [name]: text } })}
          />
          {at === 0 && twin !== undefined && (
            <Chip tone="warn">{say(twin.of === 'existing' ? 'sameAsCase' : 'sameAsWritten', { number: twin.index + 1 })}</Chip>
          )}
        </td>
      ))}
      {withExpected && (
        <td>
          <TextArea
            label={say('value', { name: say('expected'), number })}
            rows={1}
            className={css.value}
            value={one.expected}
            onChange={(expected) => onChange({ expected })}
          />
        </td>
      )}
    </tr>
  )
}
