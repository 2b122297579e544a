import { Square, WandSparkles } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { useUnusableWords } from '../../messages/use-unusable-words.ts'
import { Button } from '../../ui/button.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import css from './generate.module.css'
import type { GenerateControl } from './use-generate.ts'
import type { GenerateFormControl } from './use-generate-form.ts'

/** Asks, and stops asking. */
export function AskPart({ form, control }: { readonly form: GenerateFormControl; readonly control: GenerateControl }) {
  const say = useText('generate')
  const unusableWords = useUnusableWords()
  const kept = useKeptFocus<HTMLSpanElement>((element) => element.querySelector('button'))
  const { facts, generation } = form
  const { phase, preview, isReachable } = control
  const reason = !isReachable
    ? say('noService')
    : generation.columns.length === 0
      ? say('noVariables')
      : facts?.usable === false
        ? unusableWords(facts)
        : undefined
  return (
    <span {...kept} className={css.ask}>
      {phase.kind === 'asking' ? (
        <Button kind="stop" icon={Square} iconFilled onClick={control.stop}>
          {say('stop')}
        </Button>
      ) : (
        <Button
          kind={preview === null ? 'primary' : 'line'}
          icon={WandSparkles}
          data-testid="ask-for-cases"
          disabledReason={reason}
          onClick={() => void control.ask()}
        >
          {preview === null ? say('ask', { count: generation.count }) : say('askMore', { count: generation.count })}
        </Button>
      )}
    </span>
  )
}
