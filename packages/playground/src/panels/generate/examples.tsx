import { useText } from '../../messages/use-text.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import css from './generate.module.css'
import type { GenerateFormControl } from './use-generate-form.ts'

/** More of a case is not read to tell it from others. Characters. */
const SHOWN = 160

/** Which cases serve as examples. */
export function Examples({ form }: { readonly form: GenerateFormControl }) {
  const say = useText('generate')
  const { offered, exampleIds, generation, change } = form
  if (offered.length === 0) return <p className={css.small}>{say('examplesNone')}</p>
  const toggle = (id: string, isOn: boolean) => {
    const next = new Set(exampleIds)
    if (isOn) next.add(id)
    else next.delete(id)
    change({ exampleIds: next })
  }
  const count = generation.examples.length
  return (
    <details className={css.details}>
      <summary>{count === 0 ? say('examplesNone') : say('examplesChosen', { count })}</summary>
      <ul className={css.examples} aria-label={say('examples')}>
        {offered.map(({ id, index, data }) => (
          <li key={id}>
            <Checkbox
              label={say('exampleCase', { number: index + 1 })}
              hideLabel
              checked={exampleIds.has(id)}
              onChange={(isOn) => toggle(id, isOn)}
            />
            <span className={css.number}>{say('caseNumber', { number: index + 1 })}</span>
            <bdi className={css.words}>
              {generation.columns
                .flatMap(({ name }) => (Object.hasOwn(data, name) ? (data[name] ?? '') : []))
                .join(' · ')
                .slice(0, SHOWN)}
            </bdi>
          </li>
        ))}
      </ul>
    </details>
  )
}
