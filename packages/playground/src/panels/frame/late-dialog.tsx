import { type ComponentType, useEffect, useEffectEvent } from 'react'
import { useText } from '../../messages/use-text.ts'
import { lateModule } from '../../ui/late-module.ts'
import { useToast } from '../../ui/toast.tsx'

interface OpenState {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** A dialog that is fetched when it first opens. Where it cannot be, that is said, and it can be opened again. */
export function lateDialog<Props extends OpenState>(fetchDialog: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = lateModule(fetchDialog)
  return function LateDialog(props: Props) {
    const Dialog = part.use()
    const { open, onOpenChange } = props
    const say = useText('errors')
    const toast = useToast()
    const giveUp = useEffectEvent(() => {
      if (!open) return
      toast.show(say('notFetched'), { name: 'not-fetched', code: 'not-fetched' })
      onOpenChange(false)
    })
    useEffect(() => {
      if (open) void part.fetched().then((isThere) => isThere || giveUp())
    }, [open])
    return Dialog && <Dialog {...props} />
  }
}
