import { Copy } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useCopy } from './use-copy.ts'

export interface CopyButtonProps {
  readonly text: string
  /** What is copied, where an icon stands alone. */
  readonly label?: string
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const say = useText('drawer')
  const copy = useCopy()
  if (label !== undefined) return <IconButton size={24} iconSize={12} icon={Copy} label={label} onClick={() => copy(text)} />
  return (
    <Button size={24} kind="quiet" icon={Copy} onClick={() => copy(text)}>
      {say('copy')}
    </Button>
  )
}
