import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { useFormats } from '../../ui/format/use-formats.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import css from './turn.module.css'

export interface VersionStepsProps {
  readonly label: string
  /** From 0. */
  readonly at: number
  readonly of: number
  readonly onShow: (at: number) => void
}

/** Which of several answers stands at a turn, and the way to the others. */
export function VersionSteps({ label, at, of, onShow }: VersionStepsProps) {
  const say = useText('conversation')
  const formats = useFormats()
  if (of < 2) return null
  const step = (by: 1 | -1) => (
    <IconButton
      size={24}
      iconSize={14}
      mirrored
      tooltip={false}
      icon={by === 1 ? ChevronRight : ChevronLeft}
      label={by === 1 ? say('nextVersion') : say('previousVersion')}
      disabled={by === 1 ? at === of - 1 : at === 0}
      onClick={() => onShow(at + by)}
    />
  )
  return (
    <span className={css.versions} role="group" aria-label={label} data-part="versions">
      {step(-1)}
      <bdi className={css.place}>{say('version', { at: formats.integer(at + 1), of: formats.integer(of) })}</bdi>
      {step(1)}
    </span>
  )
}
