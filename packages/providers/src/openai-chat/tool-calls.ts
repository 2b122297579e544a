import type { AnswerParts, OpenCall } from '../dialect/answer-parts.ts'
import { asFilled, asObject, jsonOf, type Json } from '../dialect/json.ts'

interface PendingCall {
  id: string
  name: string
  /** Arguments that came before the name did. */
  early: string
  open: OpenCall | null
}

/**
 * Puts together tool calls from deltas of every shape: numbered from 0 or from 1 or not at all, told apart by id alone, whole in one
 * delta, with the name said again each time, with the arguments as an object.
 */
export class ToolCallReader {
  readonly #parts: AnswerParts
  readonly #byIndex = new Map<number, PendingCall>()
  readonly #byId = new Map<string, PendingCall>()
  #last: PendingCall | null = null

  constructor(parts: AnswerParts) {
    this.#parts = parts
  }

  read(value: unknown): void {
    const delta = asObject(value)
    if (delta === null) return
    const called = asObject(delta['function']) ?? asObject(delta['custom']) ?? {}
    const id = asFilled(delta['id'])
    const name = asFilled(called['name'])
    const call = this.#locate(delta['index'], id, name)
    this.#last = call
    if (call.id === '' && id !== null) {
      call.id = id
      this.#byId.set(id, call)
    }
    // A name that comes in pieces grows; one that is only said again does not.
    if (name !== null && name !== call.name) call.name += name
    this.#write(call, argumentText(called))
  }

  /** The calls whose name never came are told of as well. */
  end(): void {
    for (const call of new Set([...this.#byIndex.values(), ...this.#byId.values(), ...(this.#last === null ? [] : [this.#last])])) {
      if (call.open === null) this.#start(call)
    }
  }

  #write(call: PendingCall, text: string): void {
    if (call.open === null && call.name === '') {
      call.early += text
      return
    }
    const open = call.open ?? this.#start(call)
    open.id = call.id
    open.name = call.name
    if (text !== '') this.#parts.appendToCall(open, text)
  }

  #start(call: PendingCall): OpenCall {
    const open = this.#parts.startCall(call.id, call.name)
    call.open = open
    if (call.early !== '') this.#parts.appendToCall(open, call.early)
    call.early = ''
    return open
  }

  #locate(index: unknown, id: string | null, name: string | null): PendingCall {
    if (typeof index === 'number') {
      const known = this.#byIndex.get(index)
      // Some servers number every call 0: another id together with a name is another call.
      const isAnother = known !== undefined && known.id !== '' && id !== null && id !== known.id && name !== null
      if (known !== undefined && !isAnother) return known
      const call = createCall()
      this.#byIndex.set(index, call)
      return call
    }
    if (id !== null) return this.#byId.get(id) ?? createCall()
    const isNext = this.#last === null || (name !== null && this.#last.name !== '')
    return isNext || this.#last === null ? createCall() : this.#last
  }
}

const createCall = (): PendingCall => ({ id: '', name: '', early: '', open: null })

function argumentText(called: Json): string {
  const value = called['arguments'] ?? called['input']
  if (typeof value === 'string') return value
  return value === undefined || value === null ? '' : jsonOf(value)
}
