import { useAtomValue } from 'jotai'
import { MAX_PLACED_ROWS } from '../../../exchange/import/limits.ts'
import { useText } from '../../../messages/use-text.ts'
import { usePlayground } from '../../../playground-context.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import css from './import-form.module.css'
import type { ImportControl } from './use-import-draft.ts'
import type { Outline } from './use-placement.ts'

export interface PlacedCasesProps {
  readonly control: ImportControl
  readonly outline: Outline | null
}

/** Beside the cases that are there or instead of them: always asked. */
export function PlacedCases({ control, outline }: PlacedCasesProps) {
  const say = useText('exchangeImport')
  const { recognition, how } = control.draft
  const hasCases = recognition?.ok === true && recognition.rowCount > 0
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
      <div aria-live="polite">{hasCases && outline !== null && how !== null && <Outcome how={how} outline={outline} />}</div>
    </section>
  )
}

function Outcome({ how, outline: { kept, added, leftOut } }: { readonly how: 'append' | 'replace'; readonly outline: Outline }) {
  const say = useText('exchangeImport')
  const { integer } = useFormats()
  const { rows } = usePlayground().state
  const held = useAtomValue(rows.idsAtom).length
  const text = how === 'replace' ? 'replaceSome' : 'appendSome'
  return (
    <>
      <p>
        {how === 'append' && kept.length === 0 ? say('appendNone', { count: added }) : say(text, { count: added, held: integer(held) })}
      </p>
      {leftOut > 0 && <p>{say('leftOut', { count: leftOut, most: integer(MAX_PLACED_ROWS) })}</p>}
    </>
  )
}
