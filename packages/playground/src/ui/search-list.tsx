import { Search } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import css from './search-list.module.css'
import { TextField } from './text-field.tsx'

export interface SearchListProps<Item> {
  readonly label: string
  readonly placeholder: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** What the words typed are looked for in. */
  readonly textOf: (item: Item) => string
  /** Finds and orders them instead, for what was typed. */
  readonly find?: (query: string) => readonly Item[]
  /** Items of one group stand together under its name. */
  readonly groupOf?: (item: Item) => string
  readonly selectedKey?: string | null
  readonly isDisabled?: (item: Item) => boolean
  /** Arrows come to disabled items too, so that a reader hears why they are. */
  readonly reachesDisabled?: boolean
  readonly onSelect: (item: Item) => void
  readonly renderItem: (item: Item) => ReactNode
  readonly empty: ReactNode
}

/** Type to narrow, arrows to move, Enter to choose: the combobox pattern, drawn in place; wrap it in a popover to open it. */
export function SearchList<Item>(props: SearchListProps<Item>) {
  const { items, keyOf, textOf, find, groupOf, isDisabled = () => false, reachesDisabled = false, onSelect } = props
  const id = useId()
  const optionId = (key: string) => `${id}-${key}`
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState<string | null>(props.selectedKey ?? null)
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = (item: Item) => words.every((word) => textOf(item).toLowerCase().includes(word))
  const groups = Map.groupBy(find?.(query) ?? items.filter(matches), (item) => groupOf?.(item) ?? '')
  // In the order in which they stand, which is that of their groups.
  const found = [...groups.values()].flat()
  const usable = reachesDisabled ? found : found.filter((item) => !isDisabled(item))
  const current = usable.find((item) => keyOf(item) === active) ?? usable[0]
  const currentKey = current === undefined ? null : keyOf(current)
  const move = (by: number) => {
    const at = current === undefined ? -1 : usable.indexOf(current)
    const next = usable[Math.min(usable.length - 1, Math.max(0, at + by))]
    if (next === undefined) return
    setActive(keyOf(next))
    list.current?.querySelector(`[id="${CSS.escape(optionId(keyOf(next)))}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div className={css.search}>
      <TextField
        role="combobox"
        label={props.label}
        placeholder={props.placeholder}
        icon={Search}
        size={32}
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={currentKey === null ? undefined : optionId(currentKey)}
        aria-autocomplete="list"
        value={query}
        onChange={(next) => {
          setQuery(next)
          // The best of what is found comes first.
          setActive(null)
        }}
        onKeyDown={(event) => {
          const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
          const by = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
          if (by !== undefined) {
            event.preventDefault()
            move(by)
          } else if (event.key === 'Enter' && current !== undefined && !event.nativeEvent.isComposing) {
            event.preventDefault()
            if (!isDisabled(current)) onSelect(current)
          }
        }}
      />
      <div
        ref={list}
        role="listbox"
        id={`${id}-list`}
        aria-label={props.label}
        className={css.list}
        tabIndex={-1}
        hidden={found.length === 0}
      >
        {[...groups].map(([group, members]) => (
          <div key={group} role="group" aria-label={group === '' ? props.label : group}>
            {group !== '' && <div className={css.group}>{group}</div>}
            {members.map((item) => {
              const key = keyOf(item)
              const disabled = isDisabled(item)
              return (
                <button
                  key={key}
                  id={optionId(key)}
                  type="button"
                  role="option"
                  tabIndex={-1}
                  aria-selected={key === props.selectedKey}
                  aria-disabled={disabled || undefined}
                  data-active={key === currentKey || undefined}
                  className={css.option}
                  onPointerMove={() => (reachesDisabled || !disabled) && setActive(key)}
                  onClick={() => !disabled && onSelect(item)}
                >
                  {props.renderItem(item)}
                </button>
              )
            })}
          </div>
        ))}
      </div>
      <div role="status" className={css.none}>
        {found.length === 0 && props.empty}
      </div>
    </div>
  )
}
