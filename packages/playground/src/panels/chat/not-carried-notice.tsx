import type { Message } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModels } from '../../queries/use-models.ts'
import { Notice } from '../../ui/notice.tsx'
import { dialectOf, notCarried } from './portability.ts'

/** Before anything is sent: what of the conversation the models that are asked cannot be given. */
export function NotCarriedNotice({ history }: { readonly history: readonly Message[] }) {
  const say = useText('conversation')
  const variants = useAtomValue(usePlayground().state.prompt.variants.listAtom)
  const { data } = useModels()
  const names = new Map(
    variants.map(({ llmConfig }) => {
      const model = data?.models.find(({ id, name }) => id === llmConfig.model || name === llmConfig.model) ?? null
      return [llmConfig.model, notCarried(history, dialectOf(model, llmConfig))] as const
    }),
  )
  return [...names].map(([model, lost]) =>
    lost.length === 0 ? null : (
      <Notice key={model} tone="warning" code="not_carried" title={say('notCarried', { model })}>
        <ul>
          {lost.flatMap(({ dialect, thoughts, items }) => [
            thoughts > 0 && <li key={`${dialect} thoughts`}>{say('lostThoughts', { count: thoughts, dialect })}</li>,
            items > 0 && <li key={`${dialect} items`}>{say('lostItems', { count: items, dialect })}</li>,
          ])}
        </ul>
      </Notice>
    ),
  )
}
