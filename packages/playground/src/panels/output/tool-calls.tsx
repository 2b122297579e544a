import type { ToolCall } from '@vitrine/contracts'
import { Wrench } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './output-body.module.css'

/** What a model asked to be called, with the arguments as received. */
export function ToolCalls({ calls }: { readonly calls: readonly ToolCall[] }) {
  const say = useText('output')
  return (
    <ul className={css.calls} aria-label={say('calls')}>
      {calls.map((call) => (
        <li key={call.id} dir="ltr">
          <Icon of={Wrench} size={12} />
          <b>{call.function.name}</b>
          <span>({call.function.arguments.slice(0, 400)})</span>
        </li>
      ))}
    </ul>
  )
}
