import { X } from 'lucide-react'
import { type ReactNode, createContext, use, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { usePortalContainer } from './portal-container.tsx'
import css from './toast.module.css'

const SHOWN_FOR_MS = 10_000
const MOST = 3

export interface ToastOptions {
  /** A toast's identity: a second one of the same name replaces the first. */
  readonly name?: string
  /** `data-code`. */
  readonly code?: string
  /** Ends it early: called with what ends it, answers with what lets go. */
  readonly until?: (end: () => void) => () => void
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void }
}

interface ShownToast extends ToastOptions {
  readonly id: number
  readonly text: string
}

export interface Toasts {
  readonly show: (text: string, options?: ToastOptions) => void
}

const ToastContext = createContext<Toasts | null>(null)

/** Says what was done and offers to undo it. Failures are not toasts: they stand where they happened. */
export function useToast(): Toasts {
  const toasts = use(ToastContext)
  if (toasts === null) throw new Error('A toast was shown outside a ToastProvider.')
  return toasts
}

/** Holds the toasts of one mount. */
export function ToastProvider({ children, closeLabel }: { readonly children: ReactNode; readonly closeLabel: string }) {
  const [shown, setShown] = useState<{ readonly next: number; readonly list: readonly ShownToast[] }>({ next: 1, list: [] })
  const container = usePortalContainer()
  const toasts = useMemo(
    () => ({
      show: (text: string, options: ToastOptions = {}) =>
        setShown(({ next, list }) => ({
          next: next + 1,
          list: [...list.filter(({ name }) => name === undefined || name !== options.name), { ...options, id: next, text }].slice(-MOST),
        })),
    }),
    [],
  )
  const close = (id: number) => setShown(({ next, list }) => ({ next, list: list.filter((toast) => toast.id !== id) }))
  return (
    <ToastContext value={toasts}>
      {children}
      {container !== null &&
        createPortal(
          <div className={css.viewport} role="status" aria-live="polite">
            {shown.list.map((toast) => (
              <Toast key={toast.id} toast={toast} closeLabel={closeLabel} onClose={() => close(toast.id)} />
            ))}
          </div>,
          container,
        )}
    </ToastContext>
  )
}

interface ToastProps {
  readonly toast: ShownToast
  readonly closeLabel: string
  readonly onClose: () => void
}

/** Goes by itself after a while, but not from under a pointer or the focus. */
function Toast({ toast, closeLabel, onClose }: ToastProps) {
  const [isHeld, setHeld] = useState(false)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(() => close(), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [isHeld])
  const { text, action, until, code = 'done' } = toast
  useEffect(() => until?.(() => close()), [until])
  return (
    <div
      className={css.toast}
      data-testid="toast"
      data-code={code}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css.text}>{text}</span>
      {action && (
        <Button
          kind="quiet"
          size={24}
          className={css.action}
          onClick={() => {
            action.run()
            onClose()
          }}
          {...(action.keys !== undefined && { keys: action.keys })}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} size={24} label={closeLabel} tooltip={false} onClick={onClose} />
    </div>
  )
}
