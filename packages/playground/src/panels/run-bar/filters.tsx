import { atom, useAtom, useAtomValue } from 'jotai'
import { Menu as Lines, Search, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { useFrameSize } from '../frame/frame-size.ts'
import { FindField } from './find-field.tsx'
import css from './filters.module.css'
import { useFilterCounts } from './use-filter-counts.ts'

/** With fewer cases than this, and no result yet, there is nothing to look for. */
const WORTH_FINDING = 9

/** Which cases are shown, and how high. */
export function Filters() {
  const say = useText('run')
  const sayFrame = useText('frame')
  const formats = useFormats()
  const { state } = usePlayground()
  const [filter, setFilter] = useAtom(state.view.filterAtom)
  const counts = useFilterCounts()
  const isChecking = useAtomValue(state.checks.isCheckingAtom) || filter.status === 'unmet'
  const unmet = useAtomValue(
    useMemo(() => atom((get) => (get(state.checks.isCheckingAtom) ? get(state.checks.unmetAtom).size : 0)), [state]),
  )
  const isSmall = useFrameSize() === 'small'
  const [isFinding, setFinding] = useState(false)
  const kept = useKeptFocus<HTMLDivElement>((element) => element.querySelector<HTMLElement>('[data-part="find"]'))
  const isActive = filter.status !== 'all' || filter.text !== ''
  if (!isActive && counts.all < WORTH_FINDING && !counts.hasDone && counts.failed + counts.stale === 0) return null
  const statuses = [
    ['all', 'all', counts.all],
    ['failed', 'failedFilter', counts.failed],
    ['stale', 'staleFilter', counts.stale],
    ...(counts.differs !== null || filter.status === 'differs' ? ([['differs', 'differsFilter', counts.differs ?? 0]] as const) : []),
    ...(isChecking ? ([['unmet', 'unmetFilter', unmet]] as const) : []),
  ] as const
  // A line of 390 pixels holds the field or what stands beside it.
  const isAlone = isSmall && (isFinding || filter.text !== '')
  return (
    <div {...kept} className={css.filters} role="toolbar" aria-label={say('filters')}>
      {!isAlone &&
        statuses.map(([status, word, count]) => (
          <button
            key={status}
            type="button"
            className={css.filter}
            aria-pressed={filter.status === status}
            onClick={() => setFilter({ ...filter, status })}
          >
            {say(word)} <span className={css.count}>{formats.integer(count)}</span>
          </button>
        ))}
      <span className={css.end}>
        {(!isSmall || isAlone) && <FindField takesFocus={isFinding} />}
        {isSmall && !isAlone && <IconButton icon={Search} label={say('find')} data-part="find" onClick={() => setFinding(true)} />}
        {isAlone && (
          <IconButton
            icon={X}
            label={sayFrame('endSearch')}
            onClick={() => {
              setFinding(false)
              setFilter({ ...filter, text: '' })
            }}
          />
        )}
        {!isAlone && <DensityMenu isSmall={isSmall} />}
      </span>
    </div>
  )
}

const DENSITIES = [
  { value: '0', word: 'compact' },
  { value: '1', word: 'normal' },
  { value: '2', word: 'tall' },
] as const

function DensityMenu({ isSmall }: { readonly isSmall: boolean }) {
  const say = useText('run')
  const { state } = usePlayground()
  const [density, setDensity] = useAtom(state.view.densityAtom)
  const chosen = DENSITIES[density]
  return (
    <Menu
      align="end"
      trigger={
        isSmall ? (
          <IconButton icon={Lines} label={`${say('density')}: ${say(chosen.word)}`} tooltip={false} />
        ) : (
          <Button kind="quiet" size={24} icon={Lines} aria-label={`${say('density')}: ${say(chosen.word)}`}>
            {say(chosen.word)}
          </Button>
        )
      }
    >
      <MenuChoice
        label={say('density')}
        value={chosen.value}
        options={DENSITIES.map(({ value, word }) => ({ value, label: say(word) }))}
        onChange={(value) => setDensity(value === '0' ? 0 : value === '1' ? 1 : 2)}
      />
    </Menu>
  )
}
