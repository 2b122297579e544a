import { Lock } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { Chip } from '../../../ui/chip.tsx'
import css from './wire.module.css'

/** Headers by name, credentials as the service left them. */
export function HeaderList({ headers, label }: { readonly headers: Readonly<Record<string, string>>; readonly label: string }) {
  const say = useText('drawer')
  const entries = Object.entries(headers)
  const isRedacted = entries.some(([, value]) => value.includes('***'))
  return (
    <section className={css.headers} aria-label={label}>
      <h4 className={css.subhead}>
        {label}
        {isRedacted && (
          <Chip icon={Lock} tone="line">
            {say('redacted')}
          </Chip>
        )}
      </h4>
      {entries.length === 0 ? (
        <p className={css.none}>{say('noHeaders')}</p>
      ) : (
        <dl dir="ltr">
          {entries.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
