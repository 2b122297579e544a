import { useAtomValue, useSetAtom } from 'jotai'
import { ChevronDown, HardDrive, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Keeper } from '../../journal/create-keeper.ts'
import type { JournalView } from '../../journal/journal-view.ts'
import { journal as texts } from '../../messages/en/journal.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { type Say, useLocale, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { formatMoment } from '../../ui/format/format-moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useNow } from '../../ui/use-now.ts'
import { classNames } from '../../ui/class-names.ts'
import { JournalSwitch } from './journal-switch.tsx'
import css from './journal.module.css'

const JUST_NOW_MS = 60_000
const TOLD_EVERY_MS = 15_000

interface Line {
  readonly icon: LucideIcon
  readonly whole: string
  readonly short: string
}

function lineOf(view: JournalView, say: Say<'journal'>, nowMs: number, locale: string): Line {
  const { status, fault, savedAtMs, isBehind } = view
  if (status !== 'on') return { icon: Info, whole: say('inMemory'), short: say('inMemoryShort') }
  if (fault !== null) return { icon: TriangleAlert, whole: say('notKept'), short: say('notKeptShort') }
  const kept = { icon: HardDrive, short: say('keptShort') }
  if (savedAtMs === null) return { ...kept, whole: say(isBehind ? 'keptSaving' : 'keptNothing') }
  if (nowMs - savedAtMs < JUST_NOW_MS) return { ...kept, whole: say('keptNow') }
  return { ...kept, whole: say('keptAt', { time: formatMoment(savedAtMs, nowMs, locale) }) }
}

/** Where the work lives, and behind it the choice. */
export function Lives({ keeper, className }: { readonly keeper: Keeper; readonly className?: string | undefined }) {
  useLateTexts('journal', texts)
  const say = useText('journal')
  const locale = useLocale()
  const { bindings, toolAtom, commander } = usePlayground()
  const open = useSetAtom(toolAtom)
  const view = useAtomValue(keeper.viewAtom)
  const clock = bindings.journal?.nowMs ?? (() => 0)
  const isOn = view.status === 'on'
  const [isOpen, setIsOpen] = useState(false)
  useNow(clock, isOn ? TOLD_EVERY_MS : null)
  const goOn = (act: () => void) => {
    setIsOpen(false)
    act()
  }
  const { icon, whole, short } = lineOf(view, say, clock(), locale)
  return (
    <Popover
      label={say('title')}
      className={css.popover}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button
          kind="quiet"
          icon={icon}
          endIcon={ChevronDown}
          className={classNames(css.lives, className)}
          data-testid="journal"
          data-status={view.status}
          data-fault={view.fault}
          aria-label={whole}
        >
          <span className={css.whole}>{whole}</span>
          <span className={css.short}>{short}</span>
        </Button>
      }
    >
      <p className={css.now}>{whole}</p>
      {view.fault === 'full' && <Notice tone="warning" code="journal-full" title={say('full')} />}
      <JournalSwitch keeper={keeper} />
      {isOn && view.isElsewhere && <Notice tone="info" code="journal-elsewhere" title={say('elsewhere')} />}
      <div className={css.actions}>
        {view.status !== 'refused' && (
          <Button data-testid="keep-run" onClick={() => goOn(() => open('keep-run'))}>
            {say('keepRun')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => goOn(() => commander.give('download-snapshot'))}>
          {say('download')}
        </Button>
      </div>
    </Popover>
  )
}
