import type { Run } from '../run.ts'
import { Callable } from '../values/callable.ts'
import { addressed } from '../values/lazy.ts'
import { Markup } from '../values/markup.ts'
import { PyObject, type Value } from '../values/value.ts'
import type { Frame } from './frame.ts'
import { Sink } from './sink.ts'

export type RenderInto = (frame: Frame, sink: Sink, locals: undefined) => void

class BlockReference extends Callable {
  readonly typeName = 'BlockReference'
  readonly #frame: Frame
  readonly #render: RenderInto

  constructor(frame: Frame, render: RenderInto) {
    super()
    this.#frame = frame
    this.#render = render
  }

  override repr(): string {
    return addressed('jinja2.runtime.BlockReference object')
  }

  override call(run: Run): Value {
    const sink = new Sink(run)
    this.#render(this.#frame, sink, undefined)
    return run.autoescape ? new Markup(sink.text) : sink.text
  }
}

/** `self`: the template's blocks by name, to be rendered once more. */
export class SelfReference extends PyObject {
  readonly typeName = 'TemplateReference'
  readonly #frame: Frame
  readonly #blocks: ReadonlyMap<string, RenderInto>

  constructor(frame: Frame, blocks: ReadonlyMap<string, RenderInto>) {
    super()
    this.#frame = frame
    this.#blocks = blocks
  }

  override repr(): string {
    return '<TemplateReference None>'
  }

  override item(key: Value): Value | undefined {
    const render = typeof key === 'string' ? this.#blocks.get(key) : undefined
    return render === undefined ? undefined : new BlockReference(this.#frame, render)
  }
}
