import { classNames } from './class-names.ts'
import css from './slider.module.css'

export interface SliderProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max: number
  readonly step?: number
  /** Drawn without its accent: the value is the default and is not sent. */
  readonly unset?: boolean
  readonly disabled?: boolean
}

export function Slider({ label, value, onChange, min, max, step = 1, unset = false, disabled = false }: SliderProps) {
  const share = max > min ? Math.min(1, Math.max(0, (value - min) / (max - min))) : 0
  return (
    <input
      type="range"
      aria-label={label}
      className={classNames(css.slider, (unset || disabled) && css.unset)}
      style={{ '--_at': `${share * 100}%` }}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  )
}
