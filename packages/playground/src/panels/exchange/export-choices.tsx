import type { ExportId } from '../../exchange/export/registry.ts'
import { useText } from '../../messages/use-text.ts'
import css from './export-dialog.module.css'

const GROUPS = [
  { title: 'groupResults', ids: ['results-csv', 'results-jsonl', 'report'] },
  { title: 'groupWork', ids: ['snapshot', 'configuration', 'cases-csv'] },
  { title: 'groupOthers', ids: ['promptfoo', 'openai-evals', 'fine-tune', 'conversation-markdown', 'conversation-json'] },
] as const satisfies readonly { readonly title: string; readonly ids: readonly ExportId[] }[]

/** The kinds of files, one of which is chosen. */
export function ExportChoices({ value, onChange }: { readonly value: ExportId; readonly onChange: (id: ExportId) => void }) {
  const say = useText('exporting')
  return (
    <div role="radiogroup" aria-label={say('formats')} className={css.choices}>
      {GROUPS.map(({ title, ids }) => (
        <fieldset key={title} className={css.group}>
          <legend>{say(title)}</legend>
          {ids.map((id) => (
            <label key={id} className={css.choice}>
              <input type="radio" name="export" value={id} checked={value === id} onChange={() => onChange(id)} />
              <span>{say(id)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
