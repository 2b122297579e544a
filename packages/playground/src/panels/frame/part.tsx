import { type ReactNode, Suspense } from 'react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PartBoundary } from '../../ui/part-boundary.tsx'
import css from './frame.module.css'

/** A panel of its own: it may still be loading, and if it throws, the others go on. */
export function Part({ children, onError }: { readonly children: ReactNode; readonly onError?: (error: unknown) => void }) {
  const say = useText('frame')
  const sayError = useText('errors')
  return (
    <PartBoundary
      {...(onError && { onError })}
      renderFailure={(error, retry) => (
        <div className={css.broken}>
          <Notice
            tone="danger"
            code="render"
            title={sayError('brokenTitle')}
            action={
              <Button size={24} onClick={retry}>
                {sayError('tryAgain')}
              </Button>
            }
          >
            {sayError('brokenMore')} {error instanceof Error ? error.message : null}
          </Notice>
        </div>
      )}
    >
      <Suspense fallback={<div className={css.loading}>{say('loadingPart')}</div>}>{children}</Suspense>
    </PartBoundary>
  )
}
