import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { BindingsError } from './bindings-error.ts'
import { stateOf } from './check-bindings.ts'
import type { PlaygroundHandle, PlaygroundProps } from './playground-props.ts'
import { Playground } from './playground.tsx'

export interface MountOptions extends Omit<PlaygroundProps, 'ref'> {
  /** On by default: the host's styles stay out, and ours stay in. */
  readonly shadow?: boolean
}

export interface MountHandle extends PlaygroundHandle {
  /** Replaces what is given and keeps the rest. */
  update(props: Partial<Omit<PlaygroundProps, 'ref'>>): void
  /** Stops what runs, takes the playground out and disposes of the bindings; the target is as it was. A second call does nothing. */
  destroy(): void
}

/**
 * Draws a playground into an element (or the first that a selector finds), for hosts without React. Each call has its own React root.
 *
 * *Errors*: throws `BindingsError`: `target_missing` where there is no such element, else as `Playground` does.
 */
export function mount(target: string | HTMLElement, options: MountOptions): MountHandle {
  const host = elementOf(target)
  const { shadow = true, ...first } = options
  let props: PlaygroundProps = first
  stateOf(props.bindings)
  const place = shadow ? shadowOf(host) : host
  const container = host.ownerDocument.createElement('div')
  container.style.cssText = 'block-size: 100%; inline-size: 100%'
  place.append(container)
  const root = createRoot(container)
  const handle = createRef<PlaygroundHandle>()
  const drawn = Promise.withResolvers<PlaygroundHandle>()
  const take = (next: PlaygroundHandle | null) => {
    handle.current = next
    if (next !== null) drawn.resolve(next)
  }
  const draw = () => root.render(<Playground {...props} ref={take} />)
  draw()

  let isDestroyed = false
  return {
    run: async (rowIds) => handle.current?.run(rowIds),
    cancel: (rowId) => handle.current?.cancel(rowId),
    focus: () => handle.current?.focus(),
    // A link is opened as soon as a host is there, which may be before anything is drawn.
    openLink: async (reading, how) => (await drawn.promise).openLink(reading, how),
    update(next) {
      if (isDestroyed) return
      stateOf(next.bindings ?? props.bindings)
      props = { ...props, ...next }
      draw()
    },
    destroy() {
      if (isDestroyed) return
      isDestroyed = true
      props.bindings.cancel?.()
      root.unmount()
      container.remove()
      props.bindings.dispose?.()
    },
  }
}

/** A shadow root cannot be taken off again; an empty one of a former mount is used anew. */
const shadowOf = (host: HTMLElement): ShadowRoot => host.shadowRoot ?? host.attachShadow({ mode: 'open' })

function elementOf(target: string | HTMLElement): HTMLElement {
  if (typeof target !== 'string') return target
  const found = document.querySelector<HTMLElement>(target)
  if (found === null) throw new BindingsError('target_missing', `There is no element “${target}” to draw the playground into.`)
  return found
}
