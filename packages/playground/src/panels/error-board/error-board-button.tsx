import { type ReactNode } from 'react'
import { errorBoard as texts } from '../../messages/en/error-board.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { Popover } from '../../ui/popover.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import { latePart } from '../../ui/late-part.tsx'

const ErrorBoard = latePart(async () => (await import('./error-board.tsx')).ErrorBoard)

/** How many failed; it opens what failed, and why. */
export function ErrorBoardButton({ children, className }: { readonly children: ReactNode; readonly className?: string | undefined }) {
  useLateTexts('errorBoard', texts)
  const say = useText('errorBoard')
  return (
    <Popover
      label={say('open')}
      trigger={
        <TextButton className={className} title={say('open')} data-testid="open-error-board">
          {children}
        </TextButton>
      }
    >
      <ErrorBoard />
    </Popover>
  )
}
