import { useText } from '../../messages/use-text.ts'
import { Popover } from '../../ui/popover.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import css from './output-body.module.css'

/** What is not as it was when the output was made. */
export function WhatChanged({ changes, tabIndex }: { readonly changes: readonly string[]; readonly tabIndex: number }) {
  const say = useText('output')
  const words = changes.map((change) => {
    if (change === 'prompt') return say('changedPrompt')
    return change === 'settings' ? say('changedSettings') : say('changedInput', { name: change })
  })
  return (
    <Popover label={say('changedSince')} align="end" trigger={<TextButton tabIndex={tabIndex}>{say('whatChanged')}</TextButton>}>
      <div className={css.changes}>
        <p>{say('changedSince')}</p>
        <ul>
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}
