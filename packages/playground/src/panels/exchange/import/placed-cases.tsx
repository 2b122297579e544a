import { useAtomValue } from 'jotai'
import { MAX_PLACED_ROWS } from '../../../exchange/import/limits.ts'
import type { Placement } from '../../../exchange/mapping/place.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import type { LoadableRow } from '../../../state/row.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import css from './import-form.module.css'
import type { ImportControl } from './use-import-draft.ts'

export interface PlacedCasesProps {
  readonly control: ImportControl
  readonly placement: Placement<LoadableRow> | null
  readonly added: number
}

/** Beside the cases that are there or instead of them: always asked. */
export function PlacedCases({ control, placement, added }: PlacedCasesProps) {
  const say = useText('exchangeImport')
  const { recognition, how } = control.draft
  const hasCases = recognition?.ok === true && recognition.rows.length > 0
  return (
    <section className={css.part}>
      <h3 className={css.title}>{say('cases')}</h3>
      {hasCases ? (
        <Segmented
          label={say('how')}
          data-testid="import-how"
          value={how ?? ''}
          options={[
            { value: 'append', label: say('append') },
            { value: 'replace', label: say('replace') },
          ]}
          onChange={(next) => next !== '' && control.choose(next)}
        />
      ) : (
        <p>{say('noCases')}</p>
      )}
      <div aria-live="polite">
        {hasCases && placement !== null && how !== null && <Outcome how={how} placement={placement} added={added} />}
      </div>
    </section>
  )
}

function Outcome({
  how,
  placement,
  added,
}: {
  readonly how: 'append' | 'replace'
  readonly placement: Placement<LoadableRow>
  readonly added: number
}) {
  const say = useText('exchangeImport')
  const { integer } = useFormats()
  const { rows } = usePlayground().state
  const held = useAtomValue(rows.idsAtom).length
  const stays = placement.rows.length - added
  const text = how === 'replace' ? 'replaceSome' : 'appendSome'
  return (
    <>
      <p>{how === 'append' && stays === 0 ? say('appendNone', { count: added }) : say(text, { count: added, held: integer(held) })}</p>
      {placement.leftOut > 0 && <p>{say('leftOut', { count: placement.leftOut, most: integer(MAX_PLACED_ROWS) })}</p>}
    </>
  )
}
