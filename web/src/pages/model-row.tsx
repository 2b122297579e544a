import type { AvailableModel } from '@vitrine/contracts'
import { en } from '../messages/en.ts'
import { abilities, perMillion, tokens } from './model-facts.ts'
import css from './page.module.css'

const text = en.modelsPage

export function ModelRow({ model }: { model: AvailableModel }) {
  const { price } = model
  return (
    <tr>
      <th scope="row">
        <span className={css['name']}>{model.name}</span>
        {model.note !== undefined && <span className={css['note']}>{model.note}</span>}
        {model.deprecated !== undefined && <span className={css['reason']}>{text.deprecated(model.deprecated)}</span>}
        {model.unusableReason !== undefined && <span className={css['reason']}>{model.unusableReason}</span>}
      </th>
      <td className={css['number']}>{tokens(model.contextTokens)}</td>
      <td className={css['number']}>{tokens(model.maxOutputTokens)}</td>
      <td className={css['number']}>{perMillion(price?.inputUsd)}</td>
      <td className={css['number']}>{perMillion(price?.cachedInputUsd)}</td>
      <td className={css['number']}>{perMillion(price?.outputUsd)}</td>
      <td>{abilities(model.capabilities)}</td>
      <td>{price === null ? text.unknown : price.source === 'demo' ? text.demo : price.date}</td>
    </tr>
  )
}
