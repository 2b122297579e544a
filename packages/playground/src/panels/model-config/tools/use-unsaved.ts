import { useState } from 'react'
import { usePlayground } from '../../../playground-context.ts'

type Field = 'name' | 'parameters' | 'json' | 'arguments' | 'raw'
type Texts = ReadonlyMap<Field, string>

/** By mount, then by what the text would replace: settings are immutable, so a text goes when something else takes that one's place. */
const mounts = new WeakMap<object, WeakMap<object, Texts>>()
const NOTHING: Texts = new Map()

export interface Unsaved {
  readonly textOf: (owner: object, field: Field) => string | undefined
  readonly type: (owner: object, field: Field, text: string) => void
  /** What stands in place of `from` from now on has the same texts. */
  readonly carry: (from: object, to: object) => void
}

/**
 * Texts as they are being typed, which are no settings yet or are spelled otherwise there. They outlive the field: closing a tool, or
 * the whole panel, loses nothing.
 */
export function useUnsaved(): Unsaved {
  const { state } = usePlayground()
  const [, setTyped] = useState(0)
  const texts = mounts.get(state) ?? new WeakMap<object, Texts>()
  mounts.set(state, texts)
  return {
    textOf: (owner, field) => texts.get(owner)?.get(field),
    type: (owner, field, text) => {
      texts.set(owner, new Map([...(texts.get(owner) ?? NOTHING), [field, text]]))
      setTyped((times) => times + 1)
    },
    carry: (from, to) => texts.set(to, texts.get(from) ?? NOTHING),
  }
}
