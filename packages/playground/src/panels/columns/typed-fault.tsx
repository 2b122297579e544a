import { TriangleAlert } from 'lucide-react'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import type { ValueFault } from '../../state/column-value.ts'
import { Icon } from '../../ui/icon.tsx'
import { jsonFaultText } from '../model-config/response-format/fault-text.ts'
import { placeAt, readJson } from '../model-config/response-format/read-json.ts'
import css from './columns.module.css'

/** Why a value is not sent as what its column holds, and where it stops being that. */
export function TypedFault({ fault, value }: { readonly fault: ValueFault; readonly value: string }) {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const sayJson = useText('modelConfig')
  const read = fault === 'not-json' ? readJson(value) : null
  const text =
    read?.ok === false ? say('jsonAt', { ...placeAt(value, read.offset), message: jsonFaultText(read.fault, sayJson) }) : say(fault)
  return (
    <span className={css.typed} data-testid="value-fault" data-code={fault}>
      <Icon of={TriangleAlert} size={12} />
      <span>{text}</span>
    </span>
  )
}
