import { useAtom } from 'jotai'
import { SNIPPET_LANGUAGES } from '../../code/snippet.ts'
import { code } from '../../messages/en/code.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfFailure } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { CopyButton } from '../drawer/copy-button.tsx'
import css from './code.module.css'
import { type SnippetChoice, snippetChoiceAtom } from './snippet-choice.ts'
import { SnippetText } from './snippet-text.tsx'
import { factTexts, noteText, refusalText } from './snippet-words.ts'
import { type ShownSnippet, type SnippetOf, useSnippet } from './use-snippet.ts'

const ORIGINS = { sent: 'originSent', asked: 'originAsked', now: 'originNow' } as const

export interface SnippetViewProps {
  readonly of: SnippetOf
  /** Whether the prompt or the case is no longer what the run had. */
  readonly isStale?: boolean
}

/** A program that makes a case's request again, in the language of the reader's choice. */
export function SnippetView({ of, isStale = false }: SnippetViewProps) {
  useLateTexts('code', code)
  const say = useText('code')
  const [choice, setChoice] = useAtom(snippetChoiceAtom)
  const shown = useSnippet(of, choice)
  const change = (part: Partial<SnippetChoice>) => setChoice({ ...choice, ...part })
  return (
    <div className={css.view}>
      <div className={css.head}>
        <Select
          label={say('language')}
          value={choice.language}
          options={SNIPPET_LANGUAGES.map((value) => ({ value, label: say(value) }))}
          onChange={(language) => change({ language })}
        />
        <Segmented
          label={say('shape')}
          value={choice.shape}
          options={[
            { value: 'filled', label: say('filled') },
            { value: 'function', label: <span title={say('functionHint')}>{say('function')}</span> },
          ]}
          onChange={(shape) => change({ shape })}
        />
        <Segmented
          label={say('delivery')}
          value={choice.stream ? 'stream' : 'whole'}
          options={[
            { value: 'stream', label: say('stream') },
            { value: 'whole', label: say('whole') },
          ]}
          onChange={(delivery) => change({ stream: delivery === 'stream' })}
        />
        <span className={css.grow} />
        {shown.kind === 'snippet' && shown.snippet.ok && <CopyButton text={shown.snippet.code} />}
      </div>
      {shown.kind === 'snippet' ? (
        <Program shown={shown} choice={choice} isStale={isStale} />
      ) : (
        <NoProgram shown={shown} missing={of.missing} onFunction={() => change({ shape: 'function' })} />
      )}
    </div>
  )
}

interface ProgramProps {
  readonly shown: Extract<ShownSnippet, { readonly kind: 'snippet' }>
  readonly choice: SnippetChoice
  readonly isStale: boolean
}

function Program({ shown: { snippet, origin, facts }, choice, isStale }: ProgramProps) {
  const say = useText('code')
  if (!snippet.ok)
    return (
      <Notice tone="info" code={snippet.refusal.code} title={say('refused', { language: say(choice.language) })} className={css.notice}>
        {refusalText(snippet.refusal, say)}
      </Notice>
    )
  const notes = [...factTexts(facts, snippet.code, say), ...snippet.notes.map((note) => noteText(note, say))]
  return (
    <>
      <p className={css.origin}>
        {say(ORIGINS[origin])} {isStale && origin !== 'now' && say('originSince')}
      </p>
      {notes.length > 0 && (
        <ul className={css.notes} aria-label={say('notes')}>
          {[...new Set(notes)].map((note) => (
            <li key={note} dir="auto">
              {note}
            </li>
          ))}
        </ul>
      )}
      <SnippetText snippet={snippet} />
    </>
  )
}

interface NoProgramProps {
  readonly shown: Exclude<ShownSnippet, { readonly kind: 'snippet' }>
  readonly missing: readonly string[]
  readonly onFunction: () => void
}

function NoProgram({ shown, missing, onFunction }: NoProgramProps) {
  const say = useText('code')
  const causeWords = useCauseWords()
  if (shown.kind === 'loading')
    return (
      <p className={css.loading} role="status">
        {say('loading')}
      </p>
    )
  if (shown.kind === 'missing')
    return (
      <Notice
        tone="info"
        code="missing_variables"
        title={say('missing', { names: missing.join(', ') })}
        className={css.notice}
        action={
          <Button size={24} onClick={onFunction}>
            {say('asFunction')}
          </Button>
        }
      >
        {say('missingMore')}
      </Notice>
    )
  if (shown.kind === 'no-service')
    return (
      <Notice tone="info" code="no_service" title={say('noService')} className={css.notice}>
        {say('noServiceMore')}
      </Notice>
    )
  return (
    <Notice tone="danger" code={shown.failure.code} title={say('notPreviewed')} className={css.notice}>
      <bdi title={shown.failure.message}>{causeWords(toldOfFailure(shown.failure))}</bdi>
    </Notice>
  )
}
