import type { AvailableModel } from '@vitrine/contracts'
import { use } from 'react'
import { HostLanguageContext } from '../messages/use-host-texts.ts'
import { abilities, day, perMillion, tokens } from './model-facts.ts'
import css from './page.module.css'

export function ModelRow({ model }: { model: AvailableModel }) {
  const { locale, texts } = use(HostLanguageContext)
  const { price } = model
  const text = texts.modelsPage
  const { columns } = text
  return (
    <tr>
      <th scope="row">
        <span className={css['name']}>
          <bdi>{model.name}</bdi>
        </span>
        {model.note !== undefined && (
          <span className={css['note']}>
            <bdi>{model.note}</bdi>
          </span>
        )}
        {model.deprecated !== undefined && <span className={css['reason']}>{text.deprecated(day(model.deprecated, locale))}</span>}
        {model.unusableReason !== undefined && (
          <span className={css['reason']}>
            <bdi title={model.unusableReason}>{text.unusable(model.provider, model.unusableReason)}</bdi>
          </span>
        )}
      </th>
      <Fact label={columns.context} value={tokens(model.contextTokens, locale)} className={css['number']} />
      <Fact label={columns.maxOutput} value={tokens(model.maxOutputTokens, locale)} className={css['number']} />
      <Fact label={columns.input} value={perMillion(price?.inputUsd, locale)} className={css['number']} />
      <Fact label={columns.cached} value={perMillion(price?.cachedInputUsd, locale)} className={css['number']} />
      <Fact label={columns.output} value={perMillion(price?.outputUsd, locale)} className={css['number']} />
      <Fact label={columns.can} value={abilities(model.capabilities, text, locale)} className={css['wide']} />
      <Fact
        label={columns.price}
        value={price === null ? text.unknown : price.source === 'demo' ? text.demo : day(price.date, locale)}
        className={css['wide']}
      />
    </tr>
  )
}

/** A cell; where the table has no head in sight, its label stands before it. */
const Fact = ({ label, value, className }: { label: string; value: string; className: string | undefined }) => (
  <td data-label={label} className={className}>
    {value}
  </td>
)
