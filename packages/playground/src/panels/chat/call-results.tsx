import type { ToolCall } from '@vitrine/contracts'
import { Wrench } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import css from './composer.module.css'

export interface CallResultsProps {
  readonly calls: readonly ToolCall[]
  /** By the id of the call. */
  readonly results: ReadonlyMap<string, string>
  readonly onChange: (callId: string, text: string) => void
}

/** The calls that wait for results, to be answered by hand. */
export function CallResults({ calls, results, onChange }: CallResultsProps) {
  const say = useText('conversation')
  const isRepeated = (name: string) => calls.filter((call) => call.function.name === name).length > 1
  return (
    <section className={css.calls} aria-label={say('resultsTitle')} data-testid="call-results">
      <h3 className={css.title}>
        <Icon of={Wrench} size={14} />
        {say('resultsTitle')}
      </h3>
      {calls.map(({ id, function: { name, arguments: given } }) => {
        const label = isRepeated(name) ? say('resultOfCall', { name, id }) : say('resultOf', { name })
        return (
          <div key={id} className={css.call}>
            <span className={css.label}>{label}</span>
            <bdi className={css.arguments} dir="ltr">
              {given}
            </bdi>
            <TextArea
              mono
              label={label}
              placeholder={say('resultPlaceholder', { name })}
              rows={2}
              className={css.field}
              value={results.get(id) ?? ''}
              onChange={(text) => onChange(id, text)}
            />
          </div>
        )
      })}
    </section>
  )
}
