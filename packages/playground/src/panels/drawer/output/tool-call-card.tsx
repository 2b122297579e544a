import type { ToolCall } from '@vitrine/contracts'
import { Wrench } from 'lucide-react'
import { useText } from '../../../messages/use-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { CodeView } from '../code-view.tsx'
import { CopyButton } from '../copy-button.tsx'
import box from '../drawer.module.css'
import { jsonLines } from '../json-lines.ts'
import { useSectionRole } from './answer-landmark.ts'
import css from './output.module.css'

const NONE: ReadonlySet<number> = new Set()

/** A call that the model asked for, its arguments as they came, and what it was answered with on the way. */
export function ToolCallCard({ call, result }: { readonly call: ToolCall; readonly result?: string | undefined }) {
  const say = useText('drawer')
  const role = useSectionRole()
  const { name, arguments: given } = call.function
  const isBroken = given !== '' && jsonLines(given, NONE) === null
  return (
    <section {...role} className={box.box} aria-label={say('toolCall', { name })} data-part="tool-call">
      <div className={css.call}>
        <Icon of={Wrench} size={14} />
        <b>{name}</b>
        <bdi className={css.callId}>{call.id}</bdi>
        <span className={box.grow} />
        <CopyButton text={given} />
      </div>
      {isBroken && <p className={css.notice}>{say('notJson')}</p>}
      <CodeView text={given} label={say('arguments')} />
      {result !== undefined && (
        <div data-part="tool-result">
          <h4 className={css.resultHead}>{say('result')}</h4>
          <CodeView text={result} label={say('result')} />
        </div>
      )}
    </section>
  )
}
