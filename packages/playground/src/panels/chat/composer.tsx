import type { Message } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { ArrowUp, Paperclip, Square } from 'lucide-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { chatKeys } from '../../commands/active-keys.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { messageText, otherParts, withText } from '../../state/message-text.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useAttaching } from '../attachments/use-attaching.tsx'
import { useTemplateProblem } from '../run-bar/use-template-problem.ts'
import { CallResults } from './call-results.tsx'
import css from './composer.module.css'
import { type History, type Reply, withAnswer, withReply } from './history-edit.ts'
import { NextLine } from './next-line.tsx'
import { NotCarriedNotice } from './not-carried-notice.tsx'
import { pendingCalls } from './pending-calls.ts'
import type { VariantAnswer } from './use-answers.ts'
import { useNext } from './use-next.ts'

export interface ComposerProps {
  readonly rowId: string
  readonly history: History
  readonly answers: readonly VariantAnswer[]
  readonly chosen: VariantAnswer | null
  readonly onSend: (reply: Reply) => void
}

const NO_RESULTS: ReadonlyMap<string, string> = new Map()
const NO_ANSWER: readonly Message[] = []

/** What to say next, to all variants. Enter sends, Shift+Enter makes a line; or the other way round, as set. */
export function Composer({ rowId, history, answers, chosen, onSend }: ComposerProps) {
  const say = useText('chat')
  const sayMore = useText('conversation')
  const formats = useFormats()
  const { state, stop, settings } = usePlayground()
  const { enterSends } = useAtomValue(settings.atom)
  const missing = useAtomValue(state.rows.missingAtom(rowId))
  const problem = useTemplateProblem()
  const [content, setContent] = useState<Reply['content']>('')
  const [results, setResults] = useState(NO_RESULTS)
  const attaching = useAttaching({
    content,
    role: 'user',
    title: { key: 'ofNext', number: history.length + 1 },
    besides: [...history, { content }],
    hasUndo: false,
    update: setContent,
  })
  const text = messageText({ content })
  const isRunning = answers.some((answer) => answer.isRunning)
  const goesAlong = chosen !== null && !chosen.isStale && !chosen.isIn && !chosen.isRunning ? chosen.messages : NO_ANSWER
  const heard = useMemo(() => withAnswer(history, goesAlong), [history, goesAlong])
  const calls = useMemo(() => pendingCalls(heard), [heard])
  const given = calls.map(({ id }) => [id, results.get(id) ?? ''] as const)
  const said = useMemo(
    () => withReply(heard, [], { content, results: calls.map(({ id }) => [id, results.get(id) ?? '']) }),
    [heard, calls, content, results],
  )
  const coming = useNext(rowId, said)
  const unanswered = calls.find(({ id }) => (results.get(id) ?? '').trim() === '')
  const isBlank = text.trim() === '' && otherParts({ content }).length === 0 && calls.length === 0

  const lacking = missing.length > 0 ? say('cannotRun', { names: missing.join(', ') }) : problem?.text
  const tooLong =
    coming?.next.fits === 'no'
      ? sayMore('tooLong', {
          used: formats.tokens(coming.next.inputTokens),
          all: formats.tokens(coming.next.contextTokens),
          model: coming.next.model,
        })
      : undefined
  const unready = unanswered && sayMore('resultMissing', { name: unanswered.function.name })
  const refusal = lacking ?? tooLong ?? unready ?? (isBlank ? say('cannotSend') : undefined)
  const send = () => {
    if (refusal !== undefined || isRunning) return
    onSend({ content, results: given })
    setContent('')
    setResults(NO_RESULTS)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isOther = event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing
    if (event.key !== 'Enter' || isOther || event.shiftKey === enterSends) return
    event.preventDefault()
    send()
  }
  const count = answers.length
  const sendWord = calls.length > 0 ? sayMore('sendResults') : count > 1 ? sayMore('sendTo', { count }) : say('send')
  const hint = lacking ?? tooLong ?? <AlongNote answers={answers} chosen={chosen} />
  return (
    <div {...attaching.zone} className={classNames(css.composer, attaching.isOver && css.filesOver)}>
      <NotCarriedNotice history={heard} />
      {calls.length > 0 && (
        <CallResults calls={calls} results={results} onChange={(id, result) => setResults((now) => new Map(now).set(id, result))} />
      )}
      <TextArea
        label={say('composer')}
        placeholder={say('placeholder')}
        rows={2}
        className={css.field}
        data-testid="composer"
        value={text}
        onChange={(next) => setContent(withText(content, next))}
        onKeyDown={onKeyDown}
      />
      <div className={css.attached}>{attaching.element}</div>
      <div className={css.foot}>
        <span className={css.note}>{hint}</span>
        <span className={css.footEnd}>
          <IconButton icon={Paperclip} label={say('attach')} data-testid="attach" onClick={attaching.open} />
          {isRunning ? (
            <Button kind="stop" icon={Square} iconFilled onClick={() => stop(rowId)}>
              {say('stop')}
            </Button>
          ) : (
            <Button
              kind="primary"
              icon={ArrowUp}
              keys={chatKeys(enterSends).send}
              data-testid="send"
              data-variants={count}
              disabledReason={refusal}
              onClick={send}
            >
              {sendWord}
            </Button>
          )}
        </span>
      </div>
      {coming && <NextLine next={coming.next} isDemo={coming.isDemo} />}
      {coming?.next.fits === 'tight' && (
        <p className={css.warning}>
          {sayMore('tight', {
            model: coming.next.model,
            left: formats.tokens((coming.next.contextTokens ?? 0) - coming.next.inputTokens),
          })}
        </p>
      )}
    </div>
  )
}

/** Which answer goes into the conversation when the next message is sent. */
function AlongNote({ answers, chosen }: Pick<ComposerProps, 'answers' | 'chosen'>) {
  const say = useText('conversation')
  if (chosen === null || chosen.isIn || answers.some(({ isRunning }) => isRunning)) return null
  const isAlone = answers.length === 1
  const { letter } = chosen
  if (chosen.messages.length > 0) {
    if (chosen.isStale) return say('isOld')
    return isAlone ? say('goesAlong') : say('goesAlongOf', { letter })
  }
  const hasOther = answers.some(({ messages, isStale, isIn }) => messages.length > 0 && !isStale && !isIn)
  return hasOther ? say('nothingGoesAlong', { letter }) : null
}
