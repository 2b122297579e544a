import { useAtomValue } from 'jotai'
import { columns as texts } from '../../messages/en/columns.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useFormats } from '../../ui/format/use-formats.ts'

/** Tells a screen reader where what was moved stands now. */
export function MoveAnnouncer() {
  useLateTexts('columns', texts)
  const say = useText('columns')
  const formats = useFormats()
  const moved = useAtomValue(usePlayground().state.view.movedAtom)
  const words = () => {
    if (moved === null) return ''
    const place = { place: formats.integer(moved.place), total: formats.integer(moved.total) }
    return moved.kind === 'cases' ? say('moved', { count: moved.count, ...place }) : say('movedColumn', { name: moved.name, ...place })
  }
  return (
    <div role="status" aria-live="polite" className="vitrine-unseen" data-testid="moved">
      {words()}
    </div>
  )
}
