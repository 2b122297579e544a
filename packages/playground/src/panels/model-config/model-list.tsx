import { useState } from 'react'
import { useCauseWords } from '../../messages/cause-words.ts'
import { toldOfError } from '../../messages/told-of.ts'
import { useText } from '../../messages/use-text.ts'
import { useModels } from '../../queries/use-models.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchList } from '../../ui/search-list.tsx'
import { choiceKey, choiceText, isUnusable, modelChoices } from './model-choices.ts'
import css from './model-picker.module.css'
import { ModelRow } from './model-row.tsx'
import { providerName } from './provider-name.ts'

export interface ModelListProps {
  readonly current: string
  readonly onChoose: (model: string) => void
}

/** The models by provider, narrowed by typing; what is typed can be chosen too, as a name that is sent as it is. */
export function ModelList({ current, onChoose }: ModelListProps) {
  const say = useText('modelConfig')
  const causeWords = useCauseWords()
  const { data, error, isLoading, refetch } = useModels()
  const [typed, setTyped] = useState('')
  const models = data?.models ?? []
  const selected = models.find(({ id, name }) => id === current || name === current)
  return (
    <div
      className={css.popup}
      aria-busy={isLoading}
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement) setTyped(event.target.value)
      }}
    >
      {error !== null && (
        <Notice
          tone="danger"
          code="models"
          title={say('failed')}
          className={css.failed}
          action={
            <Button size={24} onClick={() => void refetch()}>
              {say('retry')}
            </Button>
          }
        >
          <bdi title={error.message}>{causeWords(toldOfError(error))}</bdi>
        </Notice>
      )}
      <SearchList
        label={say('searchLabel')}
        placeholder={say('search')}
        items={modelChoices(models, typed)}
        keyOf={choiceKey}
        textOf={choiceText}
        groupOf={(choice) => (choice.kind === 'known' ? providerName(choice.model.provider) : say('anyName'))}
        selectedKey={selected?.id ?? null}
        isDisabled={isUnusable}
        onSelect={(choice) => onChoose(choice.kind === 'known' ? choice.model.id : choice.name)}
        renderItem={(choice) => <ModelRow choice={choice} />}
        empty={isLoading ? say('loading') : say('noMatch')}
      />
    </div>
  )
}
