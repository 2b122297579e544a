import type { Check } from '../../checks/check.ts'
import { useText } from '../../messages/use-text.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import css from './checks.module.css'
import { PatternFields } from './pattern-fields.tsx'
import { RubricFields } from './rubric-fields.tsx'
import { SchemaField } from './schema-field.tsx'
import { TextFields } from './text-fields.tsx'

export interface CheckFieldsProps {
  readonly check: Check
  readonly onChange: (check: Check) => void
}

const COUNTED = ['output', 'input', 'total'] as const

/** What can be set of a check. */
export function CheckFields({ check, onChange }: CheckFieldsProps) {
  const say = useText('checks')
  switch (check.type) {
    case 'equals':
    case 'contains':
    case 'not-contains':
    case 'icontains':
      return <TextFields check={check} onChange={onChange} />
    case 'regex':
      return <PatternFields check={check} onChange={onChange} />
    case 'matches-schema':
      return <SchemaField check={check} onChange={onChange} />
    case 'max-tokens':
      return (
        <>
          <Amount
            label={say('tokens')}
            value={check.maxTokens}
            step={10}
            integer
            onChange={(maxTokens) => onChange({ ...check, maxTokens })}
          />
          <Segmented
            label={say('tokensOf')}
            size={24}
            value={check.count ?? 'output'}
            options={COUNTED.map((value) => ({ value, label: say(value) }))}
            onChange={(count) => onChange({ ...check, count })}
          />
        </>
      )
    case 'max-cost':
      return (
        <Amount label={say('money')} value={check.maxCostUsd} step={0.001} onChange={(maxCostUsd) => onChange({ ...check, maxCostUsd })} />
      )
    case 'max-latency':
      return (
        <Amount
          label={say('milliseconds')}
          value={check.maxLatencyMs}
          step={100}
          integer
          onChange={(maxLatencyMs) => onChange({ ...check, maxLatencyMs })}
        />
      )
    case 'is-json':
      return <p className={css.help}>{say('isJsonHelp')}</p>
    case 'rubric':
      return <RubricFields check={check} onChange={onChange} />
    case 'unknown':
      return <p className={css.help}>{say('unknownHelp')}</p>
    default:
      return check satisfies never
  }
}

interface AmountProps {
  readonly label: string
  readonly value: number
  readonly step: number
  readonly integer?: boolean
  readonly onChange: (value: number) => void
}

function Amount({ label, value, step, integer = false, onChange }: AmountProps) {
  return (
    <label className={css.amount}>
      <span aria-hidden="true">{label}</span>
      <NumberField
        label={label}
        size={24}
        min={0}
        step={step}
        integer={integer}
        blankable={false}
        value={value}
        onChange={(next) => next !== null && onChange(next)}
      />
    </label>
  )
}
