import { useText } from '../../../messages/use-text.ts'
import { useModel } from '../../../queries/use-models.ts'
import { Switch } from '../../../ui/checkbox.tsx'
import { FieldError } from '../../../ui/field-error.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useSettings } from '../use-settings.ts'
import { renameTool, replaceTool, toolsOf } from './edited-tools.ts'
import { type FunctionTool, functionNames, functionOf, withFunction } from './function-tool.ts'
import { MockFields } from './mock-fields.tsx'
import { ParametersField } from './parameters-field.tsx'
import { nameFault } from './tool-faults.ts'
import { knowsNoStrict } from './tool-locks.ts'
import css from './tools.module.css'
import { useUnsaved } from './use-unsaved.ts'

export interface FunctionFormProps {
  readonly tool: FunctionTool
  readonly at: number
}

/** The fields of a function. A name that cannot be used and a schema with a mistake leave the last good ones in force. */
export function FunctionForm({ tool, at }: FunctionFormProps) {
  const say = useText('tools')
  const { settings, change } = useSettings()
  const unsaved = useUnsaved()
  const isLoose = knowsNoStrict(useModel(settings.model))
  const { name, description = '', strict = false } = functionOf(tool)
  const typedName = unsaved.textOf(tool, 'name') ?? name
  const others = functionNames(toolsOf(settings).toSpliced(at, 1))
  const fault = nameFault(typedName, others)

  const replace = (next: FunctionTool) => {
    unsaved.carry(tool, next)
    change(replaceTool(settings, at, next))
  }
  const rename = (typed: string) => {
    if (nameFault(typed, others) !== null || typed === name) return unsaved.type(tool, 'name', typed)
    const patch = renameTool(settings, at, typed)
    const renamed = patch.tools?.[at]
    if (renamed !== undefined) {
      unsaved.carry(tool, renamed)
      unsaved.type(renamed, 'name', typed)
    }
    change(patch)
  }
  return (
    <>
      <TextField label={say('name')} mono dir="ltr" size={24} value={typedName} invalid={fault !== null} onChange={rename} />
      {fault !== null && <FieldError>{say(fault === 'name' ? 'nameWrong' : 'nameTwice')}</FieldError>}
      {typedName !== name && <p className={css.help}>{say('nameKept', { name })}</p>}
      <TextArea
        label={say('description')}
        placeholder={say('descriptionHint')}
        rows={Math.min(6, Math.max(2, description.split('\n').length))}
        value={description}
        onChange={(text) => replace(withFunction(tool, { description: text === '' ? undefined : text }))}
      />
      <ParametersField
        tool={tool}
        onType={(text) => unsaved.type(tool, 'parameters', text)}
        text={unsaved.textOf(tool, 'parameters')}
        onChange={(parameters, text) => {
          const next = withFunction(tool, { parameters })
          replace(next)
          unsaved.type(next, 'parameters', text)
        }}
      />
      <span title={say('strictHelp')}>
        <Switch
          label={say('strict')}
          checked={strict}
          disabled={isLoose && !strict}
          onChange={(isOn) => replace(withFunction(tool, { strict: isOn ? true : undefined }))}
        />
      </span>
      {isLoose && <p className={css.help}>{say('strictLocked')}</p>}
      <MockFields tool={tool} />
    </>
  )
}
