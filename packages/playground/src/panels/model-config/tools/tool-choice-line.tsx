import type { ToolChoice } from '@vitrine/contracts'
import { useReasonWords } from '../../../messages/reason-words.ts'
import { useText } from '../../../messages/use-text.ts'
import { useModel } from '../../../queries/use-models.ts'
import { Select } from '../../../ui/select.tsx'
import { ParameterLine } from '../parameter-line.tsx'
import { useSettings } from '../use-settings.ts'
import { toolsOf } from './edited-tools.ts'
import { functionNames } from './function-tool.ts'
import { choiceRefusal } from './tool-locks.ts'

/** A name cannot hold a space, so no function is one of the words. */
const byName = (name: string): string => `function ${name}`
const valueOf = (choice: ToolChoice | undefined): string => (typeof choice === 'object' ? byName(choice.function.name) : (choice ?? 'auto'))

/** Whether the model may, must or must not call a tool. As it sees fit is what comes by itself, so it is not sent. */
export function ToolChoiceLine() {
  const say = useText('tools')
  const reasonWords = useReasonWords()
  const { settings, change } = useSettings()
  const model = useModel(settings.model)
  const { toolChoice } = settings
  const names = [...new Set(functionNames(toolsOf(settings)))]
  const reason = choiceRefusal(settings, model, 'required')
  const chosen = typeof toolChoice === 'object' ? toolChoice.function.name : null
  const isGone = chosen !== null && !names.includes(chosen)
  const isForced = toolChoice === 'required' || chosen !== null
  const options = [
    { value: 'auto', label: say('choiceAuto') },
    { value: 'none', label: say('choiceNone') },
    { value: 'required', label: say('choiceRequired'), disabled: reason !== null },
    ...names.map((name) => ({ value: byName(name), label: say('choiceOne', { name }), disabled: reason !== null })),
    ...(isGone ? [{ value: byName(chosen), label: say('choiceGone', { name: chosen }) }] : []),
  ]
  const choose = (value: string) => {
    const named = names.find((name) => byName(name) === value)
    if (named !== undefined) change({ toolChoice: { type: 'function', function: { name: named } } })
    else change({ toolChoice: value === 'none' || value === 'required' ? value : undefined })
  }
  return (
    <ParameterLine
      label={say('choice')}
      wrong={[...(isGone ? [say('choiceGoneWhy', { name: chosen })] : []), ...(isForced && reason !== null ? [reasonWords(reason)] : [])]}
      why={
        reason !== null && !isForced ? reasonWords(reason) : isForced && settings.toolLoop !== undefined ? say('choiceFirst') : undefined
      }
      onReset={toolChoice === undefined ? undefined : () => change({ toolChoice: undefined })}
    >
      {() => <Select label={say('choiceLabel')} size={24} value={valueOf(toolChoice)} options={options} onChange={choose} />}
    </ParameterLine>
  )
}
