import type { ModelSettings } from '@vitrine/contracts'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Parameter } from './parameter-facts.ts'
import { ParameterLine } from './parameter-line.tsx'
import css from './settings.module.css'
import { readStop, showStop, stopList, withoutStop, withStop } from './stop-sequences.ts'
import { useLockWords } from './use-lock-words.ts'

export interface StopParameterProps {
  readonly parameter: Parameter
  readonly stop: ModelSettings['stop']
  readonly onChange: (stop: ModelSettings['stop'] | undefined) => void
  readonly note: string | undefined
}

/** Where an answer ends: a list, each sequence in one line with its breaks to be seen. */
export function StopParameter({ parameter, stop, onChange, note }: StopParameterProps) {
  const say = useText('modelConfig')
  const lockWords = useLockWords()
  const [typed, setTyped] = useState('')
  const list = stopList(stop)
  const { lock } = parameter
  const add = () => {
    onChange(withStop(stop, readStop(typed)))
    setTyped('')
  }
  return (
    <ParameterLine
      label={say('stop')}
      why={lock === null ? say('stopHelp') : lockWords(lock, list.length === 0 ? null : list.map(showStop).join(', '))}
      wrong={note === undefined ? [] : [say('refusedBy', { message: note })]}
      onReset={list.length === 0 ? undefined : () => onChange(undefined)}
    >
      {(describedBy) => (
        <div className={css.stops}>
          {list.map((sequence, index) => (
            <span key={sequence} className={css.stop}>
              <bdi dir="ltr">{showStop(sequence)}</bdi>
              <IconButton
                size={24}
                iconSize={12}
                icon={X}
                label={say('removeStop', { text: showStop(sequence) })}
                onClick={() => onChange(withoutStop(stop, index))}
              />
            </span>
          ))}
          {lock === null && (
            <span className={css.addStop}>
              <TextField
                label={say('addStop')}
                placeholder={say('addStopHint')}
                aria-describedby={describedBy}
                mono
                size={24}
                value={typed}
                onChange={setTyped}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
                  event.preventDefault()
                  add()
                }}
              />
              <Button size={24} kind="quiet" disabled={typed === ''} onClick={add}>
                {say('add')}
              </Button>
            </span>
          )}
        </div>
      )}
    </ParameterLine>
  )
}
