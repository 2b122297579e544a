import type { ImportedVariant } from '../../../exchange/import/recognition.ts'
import { useText } from '../../../messages/use-text.ts'
import { MAX_VARIANTS } from '../../../state/prompt.ts'
import { RoleWord } from '../../../ui/role-word.tsx'
import { Select } from '../../../ui/select.tsx'
import { messageText } from '../../../state/message-text.ts'
import css from './import-form.module.css'
import type { ImportControl } from './use-import-draft.ts'

const KEEP = 'keep'
const ALL = 'all'
/** What is shown of a prompt before it is there: enough to know it by. */
const SHOWN_MESSAGES = 50
const SHOWN_CHARACTERS = 5000

const beginning = (text: string): string => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text)

/** What the prompt will become where the file holds one: chosen, and seen before. */
export function PlacedPrompt({ control }: { readonly control: ImportControl }) {
  const say = useText('exchangeImport')
  const { recognition, mapping } = control.draft
  if (recognition?.ok !== true || mapping === null) return null
  const { variants } = recognition
  const [index, ...others] = mapping.variants
  const all = [...variants.keys()].slice(0, MAX_VARIANTS)
  const chosen = mapping.variants.flatMap((at) => variants[at] ?? [])
  return (
    <section className={css.part}>
      <h3 className={css.title}>{say('prompt')}</h3>
      <Select
        label={say('promptBecomes')}
        data-testid="import-prompt"
        value={index === undefined ? KEEP : others.length > 0 ? ALL : String(index)}
        options={[
          ...(all.length > 1 ? [{ value: ALL, label: say('takeAll', { count: all.length }) }] : []),
          ...variants.map(({ name }, at) => ({ value: String(at), label: name ?? say('takeUnnamed', { number: at + 1 }) })),
          { value: KEEP, label: say('keepPrompt') },
        ]}
        onChange={(next) => control.map({ ...mapping, variants: next === KEEP ? [] : next === ALL ? all : [Number(next)] })}
      />
      {chosen.length === 0 && <p>{say('promptStays')}</p>}
      {Object.entries(chosen).map(([place, variant]) => (
        <Outcome key={place} variant={variant} />
      ))}
    </section>
  )
}

function Outcome({ variant: { prompt, settings } }: { readonly variant: ImportedVariant }) {
  const say = useText('exchangeImport')
  const sayRole = useText('promptEditor')
  const { model, ...rest } = settings ?? {}
  const names = Object.keys(rest)
  return (
    <>
      {prompt === undefined ? (
        <p>{say('onlySettings')}</p>
      ) : (
        // It scrolls where it is long, with the keyboard too.
        <div className={css.messages} role="group" aria-label={say('promptBecomes')} tabIndex={0} data-testid="import-prompt-preview">
          {Object.entries(prompt.messages.slice(0, SHOWN_MESSAGES)).map(([place, message]) => (
            <div key={place}>
              <RoleWord role={message.role} word={sayRole(message.role)} />
              <p dir="auto">{beginning(messageText(message))}</p>
            </div>
          ))}
          {prompt.messages.length > SHOWN_MESSAGES && <p>{say('bucketMore', { count: prompt.messages.length - SHOWN_MESSAGES })}</p>}
        </div>
      )}
      {settings !== undefined && (
        <p className={css.small}>
          {model === undefined ? say('modelStays') : say('model', { model })}{' '}
          {names.length > 0 && say('parameters', { names: names.join(', ') })}
        </p>
      )}
    </>
  )
}
