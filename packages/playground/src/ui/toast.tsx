import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { usePortalContainer } from './portal-container.tsx'
import css from './toast.module.css'

interface ToastData {
  readonly code?: string
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void }
}

/** Holds the toasts of one mount. */
export function ToastProvider({ children, closeLabel }: { readonly children: ReactNode; readonly closeLabel: string }) {
  return (
    <Base.Provider timeout={10_000} limit={3}>
      {children}
      <Toasts closeLabel={closeLabel} />
    </Base.Provider>
  )
}

/**
 * Says what was done and offers to undo it. Failures are not toasts: they stand where they happened.
 * The name is the toast's identity: a second one of the same name replaces the first.
 */
export function useToast() {
  const { add, close } = Base.useToastManager<ToastData>()
  return {
    show: (text: string, options: ToastData & { readonly name?: string } = {}) => {
      const { name, ...data } = options
      return add({ description: text, data, ...(name !== undefined && { id: name }) })
    },
    close,
  }
}

function Toasts({ closeLabel }: { readonly closeLabel: string }) {
  const { toasts, close } = Base.useToastManager<ToastData>()
  const container = usePortalContainer()
  return (
    <Base.Portal container={container}>
      <Base.Viewport className={css.viewport}>
        {toasts.map((toast) => (
          <Base.Root key={toast.id} toast={toast} className={css.toast} data-testid="toast" data-code={toast.data?.code ?? 'done'}>
            <Base.Content className={css.content}>
              <Base.Description className={css.text} />
              {toast.data?.action && (
                <Button
                  kind="quiet"
                  size={24}
                  className={css.action}
                  onClick={() => {
                    toast.data?.action?.run()
                    close(toast.id)
                  }}
                  {...(toast.data.action.keys !== undefined && { keys: toast.data.action.keys })}
                >
                  {toast.data.action.label}
                </Button>
              )}
              <Base.Close render={<IconButton icon={X} size={24} label={closeLabel} tooltip={false} />} />
            </Base.Content>
          </Base.Root>
        ))}
      </Base.Viewport>
    </Base.Portal>
  )
}
