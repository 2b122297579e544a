import { useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { errorBoard as texts } from '../../messages/en/error-board.ts'
import { useCauseWords } from '../../messages/cause-words.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import { Button } from '../../ui/button.tsx'
import { useOutputActions } from '../output/use-output-actions.ts'
import css from './error-board.module.css'
import { type FailureGroup, groupFailures } from './group-failures.ts'

/** Everything that failed, by cause, with one thing to do about each. */
export function ErrorBoard() {
  useLateTexts('errorBoard', texts)
  const say = useText('errorBoard')
  const { execution } = usePlayground().state
  const standings = useAtomValue(execution.standingsAtom)
  const groups = useMemo(() => {
    const failed = standings.filter(({ state }) => state === 'failed')
    return groupFailures(failed.flatMap((at) => execution.cellsOf(at).map((cell) => ({ rowId: at.rowId, variantId: at.variantId, cell }))))
  }, [standings, execution])
  return (
    <section className={css.board} aria-label={say('open')} data-testid="error-board">
      <ul>
        {groups.map((group) => (
          <Group key={`${group.title} ${group.code}`} group={group} />
        ))}
      </ul>
    </section>
  )
}

const SHOWN_WORDS = 2

function Group({ group: { title, code, fix, outputs, words } }: { readonly group: FailureGroup }) {
  const say = useText('errorBoard')
  const sayError = useText('errors')
  const causeWords = useCauseWords()
  const { state, run } = usePlayground()
  const rows = new Set(outputs.map(({ rowId }) => rowId))
  const first: OutputRef = outputs[0] ?? { rowId: '', variantId: '' }
  const actions = useOutputActions(first)
  const FIXES = {
    rerun: null,
    'use-demo': sayError('useDemo'),
    'choose-model': sayError('chooseModel'),
    fill: sayError('fill'),
    'go-to-settings': sayError('goToSettings'),
    'go-to-longest': sayError('goToPrompt'),
    'go-to-message': fix.kind === 'go-to-message' ? sayError('goToMessage', { number: fix.index + 1 }) : null,
  } as const
  const fixWord = FIXES[fix.kind]
  return (
    <li className={css.group} data-code={code}>
      <div className={css.words}>
        <b>
          {title === 'other' ? sayError('other', { code }) : sayError(title)} <bdi>{say('times', { n: outputs.length })}</bdi>
        </b>
        {words.slice(0, SHOWN_WORDS).map(({ count, ...told }) => (
          <p key={told.message} dir="auto">
            <bdi title={told.message}>{causeWords(told)}</bdi>{' '}
            {words.length > 1 && <bdi className={css.count}>{say('times', { n: count })}</bdi>}
          </p>
        ))}
        {words.length > SHOWN_WORDS && <p className={css.count}>{say('moreWords', { count: words.length - SHOWN_WORDS })}</p>}
      </div>
      <div className={css.actions}>
        {fixWord !== null && (
          <Button size={24} onClick={() => actions.mend(fix)}>
            {fixWord}
          </Button>
        )}
        <Button size={24} onClick={() => run(outputs)}>
          {say('rerun', { count: outputs.length })}
        </Button>
        <Button
          kind="quiet"
          size={24}
          onClick={() => {
            state.store.set(state.view.selectedRowIdsAtom, rows)
            state.store.set(state.view.filterAtom, { status: 'failed', text: '' })
          }}
        >
          {say('show')}
        </Button>
      </div>
    </li>
  )
}
