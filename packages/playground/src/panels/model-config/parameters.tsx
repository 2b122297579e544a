import type { ParameterName } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModel } from '../../queries/use-models.ts'
import { LogprobsParameters } from './logprobs-parameters.tsx'
import { numberIn, NumberParameter } from './number-parameter.tsx'
import { parametersOf } from './parameter-facts.ts'
import css from './settings.module.css'
import { SettingsSection } from './settings-section.tsx'
import { StopParameter } from './stop-parameter.tsx'
import { stopList } from './stop-sequences.ts'
import { ThinkingParameter } from './thinking-parameter.tsx'
import { useFieldNotes } from './use-field-notes.ts'
import { useSettings } from './use-settings.ts'
import { latePart } from '../../ui/late-part.tsx'

const ExtraJson = latePart(async () => (await import('./extra-json/extra-json.tsx')).ExtraJson)
const VariantDifferences = latePart(async () => (await import('../variants/variant-differences.tsx')).VariantDifferences)

type NumberName = 'temperature' | 'topP' | 'frequencyPenalty' | 'presencePenalty' | 'seed'

/** What the model takes besides the messages. Blank is not sent. */
export function Parameters() {
  const say = useText('modelConfig')
  const { settings, change } = useSettings()
  const { variants } = usePlayground().state.prompt
  const isFirst = useAtomValue(variants.idsAtom)[0] === useAtomValue(variants.activeIdAtom)
  const notes = useFieldNotes()
  const parameters = parametersOf(useModel(settings.model), settings)
  const { maxCompletionTokens } = settings
  const summaryOf = (...names: readonly NumberName[]) =>
    names
      .filter((name) => settings[name] !== undefined)
      .map((name) => say('setTo', { name: say(name), value: String(settings[name]) }))
      .join(', ') || say('notSent')
  const has = (...names: readonly ParameterName[]) => names.some((name) => parameters.has(name))
  const refused = (...names: readonly string[]) => names.some((name) => notes.has(name))
  const number = (name: NumberName, isWhole = false) => {
    const parameter = parameters.get(name)
    return (
      parameter && (
        <NumberParameter
          label={say(name)}
          parameter={parameter}
          value={numberIn(settings, name)}
          isWhole={isWhole}
          note={notes.get(name)}
          onChange={(value) => change({ [name]: value })}
        />
      )
    )
  }
  const limit = parameters.get('maxTokens')
  const limitName = maxCompletionTokens === undefined ? 'maxTokens' : 'maxCompletionTokens'
  const stop = parameters.get('stop')
  const stops = stopList(settings.stop)
  return (
    <section className={css.section} aria-label={say('parameters')} data-part="parameters">
      <div className={css.head}>
        <h2>{say('parameters')}</h2>
        {isFirst ? <span className={css.summary}>{say('blankNotSent')}</span> : <VariantDifferences />}
      </div>
      {number('temperature')}
      {number('topP')}
      {limit && (
        <NumberParameter
          label={say('maxTokens')}
          parameter={limit}
          value={maxCompletionTokens ?? settings.maxTokens}
          isWhole
          note={notes.get(limitName)}
          onChange={(value) => change({ [limitName]: value })}
        />
      )}
      {has('thinking', 'reasoningEffort') && (
        <ThinkingParameter
          thinking={parameters.get('thinking')}
          effort={parameters.get('reasoningEffort')}
          settings={settings}
          onChange={change}
          notes={notes}
        />
      )}
      {has('frequencyPenalty', 'presencePenalty') && (
        <SettingsSection
          title={say('penalties')}
          summary={summaryOf('frequencyPenalty', 'presencePenalty')}
          demands={refused('frequencyPenalty', 'presencePenalty')}
        >
          {number('frequencyPenalty')}
          {number('presencePenalty')}
        </SettingsSection>
      )}
      {stop && (
        <SettingsSection
          title={say('stopSequences')}
          summary={stops.length === 0 ? say('notSent') : say('sequences', { count: stops.length })}
          demands={refused('stop')}
        >
          <StopParameter parameter={stop} stop={settings.stop} note={notes.get('stop')} onChange={(next) => change({ stop: next })} />
        </SettingsSection>
      )}
      {has('seed') && (
        <SettingsSection title={say('seed')} summary={summaryOf('seed')} demands={refused('seed')}>
          {number('seed', true)}
        </SettingsSection>
      )}
      {has('logprobs', 'topLogprobs') && (
        <SettingsSection
          title={say('logprobsSection')}
          summary={settings.logprobs === true ? say('on') : say('notSent')}
          demands={refused('logprobs', 'topLogprobs')}
        >
          <LogprobsParameters
            logprobs={parameters.get('logprobs')}
            topLogprobs={parameters.get('topLogprobs')}
            settings={settings}
            onChange={change}
            notes={notes}
          />
        </SettingsSection>
      )}
      <ExtraJson />
    </section>
  )
}
