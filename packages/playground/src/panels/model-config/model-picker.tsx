import { useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { useUnusableWords } from '../../messages/use-unusable-words.ts'
import { useModel, useModels } from '../../queries/use-models.ts'
import { Popover } from '../../ui/popover.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useFrameSize } from '../frame/frame-size.ts'
import { CapabilityList } from './capability-list.tsx'
import { ModelChip } from './model-chip.tsx'
import { ModelList } from './model-list.tsx'
import css from './model-picker.module.css'
import { useSettings } from './use-settings.ts'

/** The model that is asked, what is known of it, and the list of the others. */
export function ModelPicker() {
  const say = useText('modelConfig')
  const unusableWords = useUnusableWords()
  const { settings, change } = useSettings()
  const model = useModel(settings.model)
  const { data, isLoading } = useModels()
  const isNarrow = useFrameSize() === 'small'
  const [open, setOpen] = useState(false)

  const list = (
    <ModelList
      current={settings.model}
      onChoose={(name) => {
        setOpen(false)
        if (name !== settings.model) change({ model: name })
      }}
    />
  )
  return (
    <section className={css.section} aria-label={say('model')}>
      {isNarrow ? (
        <>
          <ModelChip name={settings.model} model={model} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)} />
          <Sheet open={open} onOpenChange={setOpen} title={say('model')} closeLabel={say('close')}>
            {list}
          </Sheet>
        </>
      ) : (
        <Popover
          label={say('model')}
          className={css.popover}
          open={open}
          onOpenChange={setOpen}
          trigger={<ModelChip name={settings.model} model={model} />}
        >
          {list}
        </Popover>
      )}
      {model !== null && <CapabilityList capabilities={model.capabilities} form="words" />}
      {model !== null && !model.usable && (
        <p className={css.warning}>
          <bdi title={model.unusableReason}>{unusableWords(model)}</bdi>
        </p>
      )}
      {model?.deprecated !== undefined && <p className={css.warning}>{say('withdrawn', { date: model.deprecated })}</p>}
      {model === null && data !== undefined && <p className={css.note}>{say('notInCatalogue')}</p>}
      {model === null && isLoading && <p className={css.note}>{say('loading')}</p>}
    </section>
  )
}
