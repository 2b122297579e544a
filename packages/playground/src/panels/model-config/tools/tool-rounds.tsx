import { MOST_ROUNDS, USUAL_ROUNDS } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import { NumberField } from '../../../ui/number-field.tsx'
import { ParameterLine } from '../parameter-line.tsx'
import { useSettings } from '../use-settings.ts'
import { mockOf, toolsOf, withRounds } from './edited-tools.ts'
import { functionNames } from './function-tool.ts'
import css from './tools.module.css'

const isRounds = (rounds: number): boolean => Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS

/** How long a run goes on by itself; nothing while no tool has a result. */
export function ToolRounds() {
  const say = useText('tools')
  const { settings, change } = useSettings()
  const { toolLoop } = settings
  if (toolLoop === undefined) return null
  const { maxRounds } = toolLoop
  const unmocked = functionNames(toolsOf(settings)).filter((name) => mockOf(settings, name) === null)
  return (
    <>
      <ParameterLine
        label={say('rounds')}
        why={say('roundsHelp')}
        wrong={maxRounds === undefined || isRounds(maxRounds) ? [] : [say('roundsWrong', { most: MOST_ROUNDS })]}
        onReset={maxRounds === undefined ? undefined : () => change(withRounds(settings, null))}
      >
        {(describedBy) => (
          <NumberField
            label={say('roundsLabel')}
            size={24}
            integer
            min={1}
            max={MOST_ROUNDS}
            placeholder={String(USUAL_ROUNDS)}
            value={maxRounds ?? null}
            describedBy={describedBy}
            className={css.rounds}
            onChange={(rounds) => change(withRounds(settings, rounds))}
          />
        )}
      </ParameterLine>
      {unmocked.length > 0 && <p className={css.help}>{say('unmocked', { count: unmocked.length, names: unmocked.join(', ') })}</p>}
    </>
  )
}
