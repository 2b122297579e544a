import { useLocale, useText } from '../../../messages/use-text.ts'
import { useFormats } from '../../../ui/format/use-formats.ts'
import { perMillionText } from '../../model-config/price-text.ts'
import { classNames } from '../../../ui/class-names.ts'
import box from '../drawer.module.css'
import type { CostSheet } from './cost-lines.ts'
import css from './cost.module.css'
import { exactMoney } from './exact-money.ts'

/** The lines and their sum. */
export function CostTable({ sheet, isEstimate }: { readonly sheet: CostSheet; readonly isEstimate: boolean }) {
  const say = useText('drawer')
  const locale = useLocale()
  const formats = useFormats()
  const mark = isEstimate ? '≈ ' : ''
  return (
    <table className={classNames(box.table, css.table)} data-part="cost-lines">
      <thead>
        <tr>
          <th scope="col">{say('item')}</th>
          <th scope="col">{say('tokens')}</th>
          <th scope="col">{say('unitPrice')}</th>
          <th scope="col">{say('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lines.map(({ kind, tokens, unitUsd, usd }) => (
          <tr key={kind} data-kind={kind}>
            <th scope="row">{say(kind)}</th>
            <td>
              {mark}
              {formats.integer(tokens)}
            </td>
            <td>{kind === 'ofWhichThinking' ? '' : perMillionText(unitUsd, locale)}</td>
            <td>{kind === 'ofWhichThinking' ? '' : exactMoney(usd, locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {say('total')}
          </th>
          <td data-part="cost-total">{exactMoney(sheet.totalUsd, locale)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
