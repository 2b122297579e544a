import type { AvailableModel } from '@vitrine/contracts'
import { en } from '../messages/en.ts'
import { abilities, perMillion, tokens } from './model-facts.ts'
import css from './page.module.css'

const text = en.modelsPage

export function ModelRow({ model }: { model: AvailableModel }) {
  const { price } = model
  const { columns } = text
  return (
    <tr>
      <th scope="row">
        <span className={css['name']}>{model.name}</span>
        {model.note !== undefined && <span className={css['note']}>{model.note}</span>}
        {model.deprecated !== undefined && <span className={css['reason']}>{text.deprecated(model.deprecated)}</span>}
        {model.unusableReason !== undefined && <span className={css['reason']}>{model.unusableReason}</span>}
      </th>
      <Fact label={columns.context} value={tokens(model.contextTokens)} className={`${css['number']} ${css['half']}`} />
      <Fact label={columns.maxOutput} value={tokens(model.maxOutputTokens)} className={`${css['number']} ${css['half']}`} />
      <Fact label={columns.input} value={perMillion(price?.inputUsd)} className={css['number']} />
      <Fact label={columns.cached} value={perMillion(price?.cachedInputUsd)} className={css['number']} />
      <Fact label={columns.output} value={perMillion(price?.outputUsd)} className={css['number']} />
      <Fact label={columns.can} value={abilities(model.capabilities)} className={css['wide']} />
      <Fact
        label={columns.price}
        value={price === null ? text.unknown : price.source === 'demo' ? text.demo : price.date}
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
