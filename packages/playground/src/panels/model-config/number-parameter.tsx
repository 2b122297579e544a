import type { ModelSettings } from '@vitrine/contracts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Slider } from '../../ui/slider.tsx'
import { numberProblem, type Parameter, sliderStep } from './parameter-facts.ts'
import { ParameterLine } from './parameter-line.tsx'
import css from './settings.module.css'
import { useLockWords } from './use-lock-words.ts'

export interface NumberParameterProps {
  readonly label: string
  readonly parameter: Parameter
  readonly value: number | undefined
  /** Undefined: blank, not sent. */
  readonly onChange: (value: number | undefined) => void
  readonly isWhole?: boolean
  readonly note?: string | undefined
  readonly why?: string
}

export const numberIn = (settings: ModelSettings, name: keyof ModelSettings): number | undefined => {
  const value = settings[name]
  return typeof value === 'number' ? value : undefined
}

/** A slider and a field for one number. Blank is not sent; what the model does by default stands in the field. */
export function NumberParameter({ label, parameter, value, onChange, isWhole = false, note, why }: NumberParameterProps) {
  const say = useText('modelConfig')
  const locale = useLocale()
  const lockWords = useLockWords()
  const { fact, lock } = parameter
  const { min, max } = fact
  const usual = typeof fact.default === 'number' ? fact.default : undefined
  // A locked value is kept in the prompt, and the service reads it: what is wrong with it still keeps the run from starting.
  const problem = numberProblem(value, fact, isWhole)
  const numbers = new Intl.NumberFormat(locale)
  const wrong = [
    problem?.kind === 'below' && say('atLeast', { min: numbers.format(problem.min) }),
    problem?.kind === 'above' && say('atMost', { max: numbers.format(problem.max) }),
    problem?.kind === 'broken' && say('wholeNumber'),
    note !== undefined && say('refusedBy', { message: note }),
  ].filter((text) => typeof text === 'string')
  const set = (next: number | null) => onChange(next ?? undefined)
  return (
    <ParameterLine
      label={label}
      why={lock === null ? why : lockWords(lock, value === undefined ? null : numbers.format(value))}
      wrong={wrong}
      onReset={value === undefined ? undefined : () => onChange(undefined)}
    >
      {(describedBy) => (
        <>
          {min !== undefined && max !== undefined ? (
            <Slider
              label={say('sliderOf', { name: label })}
              value={value ?? usual ?? min}
              min={isWhole && max > 256 ? 0 : min}
              max={max}
              step={sliderStep(fact)}
              unset={value === undefined}
              disabled={lock !== null}
              onChange={(next) => set(Math.max(min, next))}
            />
          ) : (
            <span className={css.grow} />
          )}
          <NumberField
            label={label}
            value={value ?? null}
            onChange={set}
            min={min}
            max={max}
            step={fact.step ?? 1}
            integer={isWhole}
            placeholder={usual === undefined ? undefined : numbers.format(usual)}
            locked={lock !== null}
            describedBy={describedBy}
            className={css.number}
          />
        </>
      )}
    </ParameterLine>
  )
}
