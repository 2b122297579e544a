import { Link } from 'lucide-react'
import { useState } from 'react'
import { type AddressFault, webAddress } from '../../attachments/web-address.ts'

/** An address while it is typed: what is wrong with it is said once it is to be used, and not beyond the next key. */
export function useAddressField(start = '') {
  const [text, setText] = useState(start)
  const [fault, setFault] = useState<AddressFault | null>(null)
  return {
    fault,
    /** The address, or null where it is none. */
    read: (): string | null => {
      const address = webAddress(text)
      if (!address.ok) setFault(address.fault)
      return address.ok ? address.url : null
    },
    /** For the text field; label and hint are its own. */
    field: {
      icon: Link,
      dir: 'ltr',
      inputMode: 'url',
      value: text,
      invalid: fault !== null,
      onChange(next: string) {
        setText(next)
        setFault(null)
      },
    },
  } as const
}
