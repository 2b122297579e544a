import type { SettingsReport } from '@vitrine/contracts'
import { useReasonWords } from '../../../messages/reason-words.ts'
import { useText } from '../../../messages/use-text.ts'
import box from '../drawer.module.css'
import css from './prompt.module.css'
import { sentSettings } from './sent-messages.ts'

/** What became of each setting: sent, left out and why, or sent as something else. */
export function SettingsReportView({ report }: { readonly report: SettingsReport | null }) {
  const say = useText('drawer')
  const reasonWords = useReasonWords()
  if (report === null)
    return (
      <section aria-label={say('settings')}>
        <h3 className={box.heading}>{say('settings')}</h3>
        <p className={box.muted}>{say('settingsUnknown')}</p>
      </section>
    )
  const sent = sentSettings(report)
  return (
    <section aria-label={say('settings')} data-part="settings-report">
      <h3 className={box.heading}>{say('settings')}</h3>
      <dl className={css.settings}>
        <dt>{say('sent')}</dt>
        <dd>
          {sent.length === 0 && say('nothingSent')}
          {sent.map(([name, value]) => (
            <bdi key={name} className={css.setting} title={value}>
              {name} <b>{value.length > 60 ? `${value.slice(0, 60)}…` : value}</b>
            </bdi>
          ))}
        </dd>
        {report.dropped.length > 0 && <dt>{say('dropped')}</dt>}
        {report.dropped.map(({ name, reason }) => (
          <dd key={name} className={css.dropped}>
            <bdi>{name}</bdi>: <bdi>{reasonWords(reason, reason)}</bdi>
          </dd>
        ))}
        {report.doubted !== undefined && report.doubted.length > 0 && <dt>{say('doubted')}</dt>}
        {report.doubted?.map(({ name, reason }) => (
          <dd key={name} className={css.dropped}>
            <bdi>{name}</bdi>: <bdi>{reasonWords(reason, reason)}</bdi>
          </dd>
        ))}
        {report.changed.length > 0 && <dt>{say('changed')}</dt>}
        {report.changed.map(({ name, from, to, reason }) => (
          <dd key={name}>
            <bdi>{name}</bdi>: {say('changedTo', { from: JSON.stringify(from) ?? '–', to: JSON.stringify(to) ?? '–' })}. {reason}
          </dd>
        ))}
      </dl>
    </section>
  )
}
