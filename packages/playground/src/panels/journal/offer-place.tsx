import { useAtomValue } from 'jotai'
import type { Keeper } from '../../journal/create-keeper.ts'
import type { KeptHead } from '../../journal/journal.ts'
import type { Restored } from '../../journal/restore.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { formatMoment } from '../../ui/format/format-moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import css from './journal.module.css'

/** Where an earlier visit is offered, and where is said what came back of it. Whoever answers by keyboard goes on at the cases. */
export function OfferPlace({ keeper }: { readonly keeper: Keeper }) {
  const say = useText('journal')
  const { root } = usePlayground()
  const { offer, restored, isUnreadable } = useAtomValue(keeper.viewAtom)
  const kept = useKeptFocus<HTMLDivElement>(() => root?.querySelector('[role="grid"] [tabindex="0"]') ?? null)
  return (
    <div {...kept}>
      {offer !== null && <Offer keeper={keeper} offer={offer} />}
      {restored !== null && <Back keeper={keeper} restored={restored} />}
      {isUnreadable && (
        <div className={css.place}>
          <Notice
            tone="danger"
            code="journal-unreadable"
            title={say('unreadable')}
            action={<Button onClick={keeper.dismiss}>{say('close')}</Button>}
          />
        </div>
      )}
    </div>
  )
}

function Offer({ keeper, offer }: { readonly keeper: Keeper; readonly offer: KeptHead }) {
  const say = useText('journal')
  const locale = useLocale()
  const { bindings } = usePlayground()
  const { show } = useToast()
  const { cases, results, left, savedAtMs } = offer
  const startNew = async () => {
    await keeper.startNew()
    show(say('startedNew'), { name: 'journal' })
  }
  return (
    <div className={css.place} data-testid="journal-offer">
      <Notice
        tone="info"
        code="journal-offer"
        title={say('offerTitle')}
        action={
          <span className={css.actions}>
            <Button kind="primary" data-testid="restore" onClick={() => void keeper.restore()}>
              {say('restore')}
            </Button>
            <Button data-testid="start-new" onClick={() => void startNew()}>
              {say('startNew')}
            </Button>
          </span>
        }
      >
        <span className={css.contents}>
          <span>{say('offerCases', { count: cases })}</span>
          <span>{say('offerResults', { count: results })}</span>
          {left > 0 && <span>{say('offerLeft', { count: left })}</span>}
        </span>
        <p>{say('offerMore', { time: formatMoment(savedAtMs, bindings.journal?.nowMs() ?? 0, locale) })}</p>
      </Notice>
    </div>
  )
}

function Back({ keeper, restored }: { readonly keeper: Keeper; readonly restored: Restored }) {
  const say = useText('journal')
  const { run } = usePlayground()
  const { cases, results, left, reduced } = restored
  return (
    <div className={css.place} data-testid="journal-restored">
      <Notice
        tone="info"
        code="journal-restored"
        title={say('restored')}
        action={
          <span className={css.actions}>
            {left.length > 0 && (
              <Button
                kind="primary"
                data-testid="run-rest"
                onClick={() => {
                  keeper.dismiss()
                  run(left)
                }}
              >
                {say('runRest', { count: left.length })}
              </Button>
            )}
            <Button onClick={keeper.dismiss}>{say('close')}</Button>
          </span>
        }
      >
        <span className={css.contents}>
          <span>{say('offerCases', { count: cases })}</span>
          <span>{say('offerResults', { count: results })}</span>
        </span>
        {left.length > 0 && <p>{say('restIsLeft', { count: left.length })}</p>}
        {reduced > 0 && <p>{say('reduced', { count: reduced })}</p>}
      </Notice>
    </div>
  )
}
