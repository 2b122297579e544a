import { useAtomValue } from 'jotai'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Check } from '../../checks/check.ts'
import { checks as texts } from '../../messages/en/checks.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Section } from '../../ui/section.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { CheckEntry } from './check-entry.tsx'
import { KIND_TEXTS } from './check-text.ts'
import css from './checks.module.css'
import { keyedChecks } from './keyed-checks.ts'
import { ADDABLE, newCheck } from './new-check.ts'
import { latePart } from '../../ui/late-part.tsx'

const JudgeBar = latePart(async () => (await import('./judging/judge-bar.tsx')).JudgeBar)

/** What every answer is held against. Changing it asks no model again. */
export function ChecksSection() {
  useLateTexts('checks', texts)
  const say = useText('checks')
  const { bindings, state } = usePlayground()
  const { checks } = state
  const list = useAtomValue(checks.commonAtom)
  const hasExpected = useAtomValue(checks.hasExpectedAtom)
  const isJudged = useAtomValue(checks.isJudgedAtom)
  const [openAt, setOpenAt] = useState<number | null>(null)
  const kept = useKeptFocus<HTMLElement>((element) => element.querySelector('button'))
  const change = (at: number, check: Check) => checks.setCommon(list.with(at, check))
  return (
    <Section
      {...kept}
      title={say('checks')}
      data-part="checks"
      end={
        <Menu
          align="end"
          trigger={
            <Button size={24} kind="quiet" icon={Plus}>
              {say('add')}
            </Button>
          }
        >
          {ADDABLE.filter((type) => type !== 'rubric' || bindings.service !== undefined).map((type) => (
            <MenuItem
              key={type}
              onSelect={() => {
                checks.setCommon([...list, newCheck(type)])
                setOpenAt(list.length)
              }}
            >
              {say(KIND_TEXTS[type])}
            </MenuItem>
          ))}
        </Menu>
      }
    >
      {list.length === 0 && <p className={css.help}>{say('none')}</p>}
      <ul className={css.list}>
        {keyedChecks(list).map(({ key, at, check }) => (
          <CheckEntry
            key={key}
            check={check}
            isOpen={at === openAt}
            onToggle={() => setOpenAt(at === openAt ? null : at)}
            onChange={(next) => change(at, next)}
            onRemove={() => {
              checks.setCommon(list.toSpliced(at, 1))
              setOpenAt(null)
            }}
          />
        ))}
      </ul>
      {isJudged && <JudgeBar />}
      {!hasExpected && (
        <TextButton className={css.expect} onClick={() => checks.showExpected()}>
          {say('showExpected')}
        </TextButton>
      )}
    </Section>
  )
}
