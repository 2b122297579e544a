import { useMemo, useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { Caret } from '../../../ui/caret.tsx'
import { latePart } from '../../../ui/late-part.tsx'
import prose from '../../../ui/prose.module.css'
import { Segmented } from '../../../ui/segmented.tsx'
import { CodeView } from '../code-view.tsx'
import { CopyButton } from '../copy-button.tsx'
import box from '../drawer.module.css'
import { LongText } from '../long-text.tsx'
import { answerJson } from './answer-json.ts'
import { useSectionRole } from './answer-landmark.ts'
import { JsonTree } from './json-tree.tsx'
import css from './output.module.css'

const MarkdownText = latePart(
  async () => (await import('../markdown/markdown-text.tsx')).MarkdownText,
  ({ text, isStreaming }) => <LongText text={text} className={prose.prose} end={isStreaming && <Caret />} />,
)

type View = 'text' | 'tree' | 'pretty' | 'raw'

/** The text of an answer: prose as its Markdown means it; JSON as a tree, laid out, or as it came. */
export function AnswerText({ text, isStreaming }: { readonly text: string; readonly isStreaming: boolean }) {
  const say = useText('drawer')
  const role = useSectionRole()
  const [wanted, setWanted] = useState<View | null>(null)
  const json = useMemo(() => (isStreaming ? { isJson: false as const } : answerJson(text)), [text, isStreaming])
  const views: readonly View[] = json.isJson ? ['tree', 'pretty', 'raw'] : ['text', 'raw']
  const view = wanted !== null && views.includes(wanted) ? wanted : (views[0] ?? 'text')
  const words = { text: say('viewText'), tree: say('viewTree'), pretty: say('viewPretty'), raw: say('viewRaw') } as const
  return (
    <section {...role} className={css.answer} aria-label={say('answer')} data-part="answer-text">
      <div className={box.line}>
        <Segmented
          label={say('view')}
          size={24}
          value={view}
          options={views.map((value) => ({ value, label: words[value] }))}
          onChange={setWanted}
        />
        <span className={box.small}>{say('characters', { count: text.length })}</span>
        <span className={box.grow} />
        <CopyButton text={text} />
      </div>
      {view === 'tree' && json.isJson && (
        <div className={box.box}>
          <JsonTree value={json.value} label={say('answerJson')} />
        </div>
      )}
      {view === 'pretty' && (
        <div className={box.box}>
          <CodeView text={text} label={say('answerJson')} />
        </div>
      )}
      {view === 'raw' && <LongText text={text} className={css.raw} />}
      {view === 'text' && <MarkdownText text={text} isStreaming={isStreaming} />}
    </section>
  )
}
