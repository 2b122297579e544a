import { useText } from '../../../messages/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/format/use-formats.ts'
import css from './import-form.module.css'

export interface ReadingProps {
  readonly text: string
  /** Of one; null where nobody can tell. */
  readonly share: number | null
  readonly onStop: () => void
}

/** Something that takes a while, how far it is, and the way out of it. What is over at once is never seen. */
export function Reading({ text, share, onStop }: ReadingProps) {
  const say = useText('exchangeImport')
  const { percent } = useFormats()
  return (
    <div className={css.reading} data-testid="import-progress">
      <span role="status">{text}</span>
      <progress aria-label={text} max={1} {...(share !== null && { value: share })} />
      <span aria-hidden="true">{share !== null && say('share', { percent: percent(share) })}</span>
      <Button size={24} onClick={onStop}>
        {say('cancelReading')}
      </Button>
    </div>
  )
}
