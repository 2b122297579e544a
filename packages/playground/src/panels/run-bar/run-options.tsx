import { useAtom } from 'jotai'
import { SlidersHorizontal } from 'lucide-react'
import { useId } from 'react'
import { runOptions as texts } from '../../messages/en/run-options.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Popover } from '../../ui/popover.tsx'
import css from './run-options.module.css'

/** How often each case is asked, what a run may cost, and whether it ends with the first error. What is set shows on the button. */
export function RunOptions() {
  useLateTexts('runOptions', texts)
  const say = useText('runOptions')
  const formats = useFormats()
  const { execution } = usePlayground().state
  const [repetitions, setRepetitions] = useAtom(execution.repetitionsAtom)
  const [budget, setBudget] = useAtom(execution.budgetUsdAtom)
  const [stops, setStops] = useAtom(execution.stopsOnErrorAtom)
  const id = useId()
  const set = [
    repetitions > 1 && say('times', { n: repetitions }),
    budget !== null && say('upTo', { money: formats.money(budget) }),
    stops && say('untilError'),
  ].filter((word) => word !== false)
  return (
    <Popover
      label={say('title')}
      align="end"
      className={css.popover}
      trigger={
        <Button kind="quiet" size={28} icon={SlidersHorizontal} aria-label={[say('open'), ...set].join(', ')} data-testid="run-options">
          {set.length > 0 && <bdi>{set.join(' ')}</bdi>}
        </Button>
      }
    >
      <div className={css.field}>
        <span aria-hidden="true">{say('repetitions')}</span>
        <NumberField
          label={say('repetitions')}
          className={css.number}
          value={repetitions}
          min={1}
          max={30}
          integer
          blankable={false}
          describedBy={`${id}-repetitions`}
          data-testid="repetitions"
          onChange={(next) => next !== null && setRepetitions(next)}
        />
        <p id={`${id}-repetitions`}>{say('repetitionsWhy')}</p>
      </div>
      <div className={css.field}>
        <span aria-hidden="true">{say('budget')}</span>
        <NumberField
          label={say('budget')}
          className={css.number}
          value={budget}
          min={0}
          step={0.1}
          placeholder={say('noBudget')}
          describedBy={`${id}-budget`}
          data-testid="budget"
          onChange={(next) => (next === null || next >= 0) && setBudget(next)}
        />
        <p id={`${id}-budget`}>{say('budgetWhy')}</p>
      </div>
      <Checkbox label={say('stopOnError')} checked={stops} onChange={setStops} />
    </Popover>
  )
}
