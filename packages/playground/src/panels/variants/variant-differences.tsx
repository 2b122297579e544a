import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { variants as texts } from '../../messages/en/variants.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { variantLetter } from '../../state/create-variants-state.ts'
import { canonicalText } from '../../state/text-hash.ts'
import { anonymousMessage } from '../../state/anonymous-message.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { differencesFrom } from './differences-from.ts'
import { settingName } from './setting-name.ts'
import css from './variant-differences.module.css'

/** How much of the settings is otherwise than in A, and what; nothing in A itself, or where there is no other. */
export function VariantDifferences() {
  useLateTexts('variants', texts)
  const say = useText('variants')
  const saySetting = useText('modelConfig')
  const { prompt } = usePlayground().state
  const { variants } = prompt
  const offerUndo = useUndoToast()
  const facts = useAtomValue(
    useMemo(
      () =>
        atom((get) => {
          const list = get(variants.listAtom)
          const at = list.findIndex(({ id }) => id === get(variants.activeIdAtom))
          return { first: list[0], here: list[at], letter: variantLetter(at) }
        }),
      [variants],
    ),
  )
  const { first, here, letter } = facts
  const found = useMemo(() => (first && here ? differencesFrom(first.llmConfig, here.llmConfig) : []), [first, here])
  if (first === undefined || here === undefined || first === here) return null
  const hasOtherWords = canonicalText(first.messages.map(anonymousMessage)) !== canonicalText(here.messages.map(anonymousMessage))
  if (found.length === 0 && !hasOtherWords) return <span className={css.same}>{say('sameAsA')}</span>
  return (
    <Popover
      label={say('differsFromA')}
      align="end"
      className={css.popover}
      trigger={<TextButton data-part="differs">{say('differs', { count: found.length })}</TextButton>}
    >
      {hasOtherWords && <p className={css.words}>{say('messagesDiffer')}</p>}
      <dl className={css.list}>
        {found.map(({ name, here: value, first: other }) => (
          <div key={name}>
            <dt>{settingName(name, saySetting)}</dt>
            <dd>
              <bdi>{say('inThis', { letter, value: value ?? say('unset') })}</bdi>
              <bdi>{say('inA', { value: other ?? say('unset') })}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {found.length > 0 && (
        <Button
          size={24}
          onClick={() => {
            variants.replace(here.id, { llmConfig: first.llmConfig }, 'settings')
            offerUndo(say('takenFromA', { letter }))
          }}
        >
          {say('takeFromA')}
        </Button>
      )}
    </Popover>
  )
}
