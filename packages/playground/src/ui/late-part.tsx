import { type ComponentType, type ReactNode, useEffect } from 'react'
import { lateModule } from './late-module.ts'

/**
 * A part of the interface that is fetched when it is first drawn. Until it is there, and where it cannot be fetched, what `waiting` draws
 * stands in its place; a fetch that failed is tried again when the part is next drawn. Without a network the rest goes on: nothing throws.
 */
export function latePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  waiting: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  const part = lateModule(fetchPart)
  return function LatePart(props: Props) {
    const Part = part.use()
    useEffect(() => part.load(), [])
    return Part === null ? waiting(props) : <Part {...props} />
  }
}
