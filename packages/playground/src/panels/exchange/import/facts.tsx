import type { ReactNode } from 'react'
import { FORMAT_IDS } from '../../../exchange/import/format-id.ts'
import { TEXT_ENCODINGS, type RecogniseOptions } from '../../../exchange/import/recognition.ts'
import type { ImportPreview, ReadOutcome } from '../../../exchange/reader/import-preview.ts'
import { useText } from '../../../messages/use-text.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Select } from '../../../ui/select.tsx'
import css from './import-form.module.css'

const DELIMITERS = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'pipe' },
] as const
const WITH_HEADER: ReadonlySet<string> = new Set(['csv', 'tsv', 'xlsx'])

export interface FactsProps {
  readonly recognition: ReadOutcome
  readonly options: RecogniseOptions
  readonly onCorrect: (options: RecogniseOptions) => void
}

/** What was found out about a file. Where it is wrong, it can be put right. */
export function Facts({ recognition, options, onCorrect }: FactsProps) {
  const say = useText('exchangeImport')
  const { format } = recognition
  return (
    <div className={css.facts}>
      <Fact name={say('format')}>
        <Select
          label={say('format')}
          size={24}
          value={format ?? ''}
          options={[
            ...(format === null ? [{ value: '', label: say('notRecognised') } as const] : []),
            ...FORMAT_IDS.map((value) => ({ value, label: say(value) })),
          ]}
          onChange={(next) => next !== '' && onCorrect({ format: next })}
        />
      </Fact>
      {recognition.ok && recognition.encoding !== null && (
        <Fact name={say('encoding')}>
          <Select
            label={say('encoding')}
            size={24}
            value={recognition.encoding}
            options={TEXT_ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(encoding) => onCorrect({ encoding })}
          />
        </Fact>
      )}
      {recognition.ok && recognition.delimiter !== null && (
        <Fact name={say('delimiter')}>
          <Select
            label={say('delimiter')}
            size={24}
            value={recognition.delimiter}
            options={DELIMITERS.map(({ value, name }) => ({ value, label: say(name) }))}
            onChange={(delimiter) => onCorrect({ delimiter })}
          />
        </Fact>
      )}
      <Sheets recognition={recognition} onCorrect={onCorrect} />
      {format !== null && WITH_HEADER.has(format) && (
        <Checkbox
          label={say('header')}
          checked={recognition.ok ? recognition.hasHeader : (options.header ?? true)}
          onChange={(header) => onCorrect({ header })}
        />
      )}
      {recognition.ok && <Counts recognition={recognition} />}
    </div>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <span className={css.fact}>
    <span aria-hidden="true">{name}</span>
    {children}
  </span>
)

function Sheets({ recognition, onCorrect }: Pick<FactsProps, 'recognition' | 'onCorrect'>) {
  const say = useText('exchangeImport')
  const others = recognition.problems.find((problem) => problem.code === 'other-sheets')
  if (others === undefined) return null
  const { read, names } = others.values
  return (
    <Fact name={say('sheet')}>
      <Select
        label={say('sheet')}
        size={24}
        value={read}
        options={[read, ...names.split(', ')].map((value) => ({ value, label: value }))}
        onChange={(sheet) => onCorrect({ sheet })}
      />
    </Fact>
  )
}

function Counts({ recognition }: { readonly recognition: ImportPreview }) {
  const say = useText('exchangeImport')
  const prompts = recognition.variants.filter(({ prompt }) => prompt !== undefined).length
  const counts = [
    recognition.rowCount > 0 && say('foundCases', { count: recognition.rowCount }),
    recognition.columns.length > 0 && say('foundColumns', { count: recognition.columns.length }),
    prompts > 0 && say('foundPrompts', { count: prompts }),
    recognition.checks.length > 0 && say('foundChecks', { count: recognition.checks.length }),
  ]
  return <p className={css.counts}>{counts.filter((count) => count !== false).join(' · ')}</p>
}
