import type { PlaygroundBindings } from './bindings.ts'
import { fakeBindings } from './fake-bindings.ts'
import { type MountHandle, type MountOptions, mount } from './mount.tsx'

/** What a test asks of a mount: `bindings` are laid over the fake ones. */
export interface DrawOptions extends Omit<Partial<MountOptions>, 'bindings'> {
  readonly bindings?: Partial<PlaygroundBindings>
}

/** A page with room for one playground of this size, in CSS pixels. What was drawn there is taken away by `clear`, after each test. */
export function fakeHost(widthPx = 1200, heightPx = 700) {
  let place: HTMLElement | null = null
  let drawn: MountHandle | null = null
  const element = (): HTMLElement => {
    if (place !== null) return place
    place = document.createElement('div')
    place.style.cssText = `inline-size: ${widthPx}px; block-size: ${heightPx}px`
    return document.body.appendChild(place)
  }
  const shadow = (): ShadowRoot | null => element().shadowRoot
  const active = (): Element | null => shadow()?.activeElement ?? null
  /** In the place of what was drawn before. */
  const mountHere = (options: MountOptions): MountHandle => {
    drawn?.destroy()
    drawn = mount(element(), options)
    return drawn
  }
  return {
    element,
    shadow,
    /** What has the focus: the document's own active element would be the host. */
    active,
    hasFocus: (control: { readonly elements: () => Element[] }) => () => control.elements().some((one) => one === active()),
    resize: (nextPx: number): void => void (element().style.inlineSize = `${nextPx}px`),
    mount: mountHere,
    /** Mounts a playground on new fake bindings. */
    draw(initial?: Parameters<typeof fakeBindings>[0], { bindings, ...options }: DrawOptions = {}) {
      const fake = fakeBindings(initial)
      return { ...fake, handle: mountHere({ ...options, bindings: { ...fake.bindings, ...bindings } }) }
    },
    clear: (): void => {
      drawn?.destroy()
      place?.remove()
      drawn = null
      place = null
    },
  }
}

/** A playground that was drawn, with what its fake bindings hold and were asked. */
export type Drawn = ReturnType<ReturnType<typeof fakeHost>['draw']>
