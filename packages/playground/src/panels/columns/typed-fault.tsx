import { TriangleAlert } from 'lucide-react'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import type { ValueFault } from '../../state/column-value.ts'
import { Icon } from '../../ui/icon.tsx'
import { jsonFaultText } from '../model-config/response-format/fault-text.ts'
import { placeAt, readJson } from '../model-config/response-format/read-json.ts'
import css from './columns.module.css'

export interface TypedFaultProps {
  readonly fault: ValueFault
  readonly value: string
  /** In a cell there is room for the place; the words are a hint. */
  readonly isShort?: boolean
}

/** Why a value is not sent as what its column holds, and where it stops being that. */
export function TypedFault({ fault, value, isShort = false }: TypedFaultProps) {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const sayJson = useText('modelConfig')
  const read = fault === 'not-json' ? readJson(value) : null
  const place = read?.ok === false ? { ...placeAt(value, read.offset), message: jsonFaultText(read.fault, sayJson) } : null
  const text = place === null ? say(fault) : say('jsonAt', place)
  const shown = isShort && place !== null ? say('jsonPlace', place) : text
  return (
    <span className={css.typed} data-testid="value-fault" data-code={fault} title={shown === text ? undefined : text}>
      <Icon of={TriangleAlert} size={12} />
      <span>{shown}</span>
    </span>
  )
}
