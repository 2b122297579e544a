import type { Message } from '@vitrine/contracts'
import { asList, asObject, asText, isObject, type Json } from '../dialect/json.ts'
import { ownNative } from '../dialect/native-turn.ts'
import type { ReportBuilder } from '../dialect/settings-report.ts'
import { argumentsOf, callIdOf, contentsOf, familyOf } from './item-fields.ts'
import { DIALECT, type InputItem } from './wire.ts'

/**
 * The items of an earlier answer as this API wrote them, to go back unmodified; null where there are none, where another dialect wrote
 * them, or where the message was edited since: the reasoning behind other words would mislead the model.
 */
export function ownItems(message: Message, path: string, report: ReportBuilder): readonly InputItem[] | null {
  const items = ownNative(message, DIALECT, path, report)?.filter(isObject) ?? []
  if (items.length === 0) return null
  if (isUnedited(message, items)) return items
  report.drop(`${path}.native`, 'the message was edited: what the model wrote with the original no longer belongs to it')
  return null
}

function isUnedited({ content, refusal, toolCalls = [] }: Message, items: readonly Json[]): boolean {
  const said =
    typeof content === 'string'
      ? content
      : asList(content)
          .map((part) => asText(asObject(part)?.['text']))
          .join('')
  const calls = items.flatMap((item) => {
    return familyOf(item) === 'call' ? [[callIdOf(item), item['name'], argumentsOf(item)]] : []
  })
  const asked = toolCalls.map(({ id, function: called }) => [id, called.name, called.arguments])
  return (
    said === contentOf(items, 'output_text', 'text') &&
    (refusal ?? '') === contentOf(items, 'refusal', 'refusal') &&
    JSON.stringify(calls) === JSON.stringify(asked)
  )
}

function contentOf(items: readonly Json[], type: 'output_text' | 'refusal', field: 'text' | 'refusal'): string {
  return items
    .filter((item) => item['type'] === 'message')
    .flatMap(contentsOf)
    .map((part) => asObject(part))
    .filter((part) => part?.['type'] === type || (type === 'output_text' && part?.['type'] === 'text'))
    .map((part) => asText(part?.[field]))
    .join('')
}
