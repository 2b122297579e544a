import { useAtom } from 'jotai'
import { Search } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { textFilter } from '../../state/text-filter.ts'
import { TextField } from '../../ui/text-field.tsx'
import css from './filters.module.css'

const focusAtOnce = (field: HTMLInputElement | null): void => field?.focus()

/** What cases are looked for by, and what is wrong with it. `takesFocus`: it was called for. */
export function FindField({ takesFocus }: { readonly takesFocus: boolean }) {
  const say = useText('run')
  const { state } = usePlayground()
  const [filter, setFilter] = useAtom(state.view.filterAtom)
  const isBroken = textFilter(filter.text) === null
  return (
    <>
      {isBroken && (
        <span className={css.broken} role="alert">
          {say('badExpression')}
        </span>
      )}
      <TextField
        {...(takesFocus && { ref: focusAtOnce })}
        label={say('find')}
        type="search"
        size={24}
        icon={Search}
        placeholder={say('findPlaceholder')}
        className={css.find}
        invalid={isBroken}
        value={filter.text}
        onChange={(text) => setFilter({ ...filter, text })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || filter.text === '') return
          event.preventDefault()
          setFilter({ ...filter, text: '' })
        }}
      />
    </>
  )
}
