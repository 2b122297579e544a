import type { GatewayFacts, NativeTurn, Part } from '@vitrine/contracts'
import type { ChatExtension } from '../openai-chat/chat-extension.ts'
import { asFilled, type Json } from '../dialect/json.ts'
import { toNativeAnswer } from './native-answer.ts'
import { ReasoningDetails } from './reasoning-details.ts'

const DOUBT =
  'OpenRouter passes over settings that the provider it chooses does not take, unless extra_body holds {"provider": {"require_parameters": true}}'

/** Reads out of OpenRouter's answers what other chat completions do not have. */
export class OpenRouterExtension implements ChatExtension {
  readonly wantsComments = true
  readonly #details = new ReasoningDetails()
  readonly #parts: Part[] = []
  #provider: string | null = null

  chunk(chunk: Json): void {
    this.#provider ??= asFilled(chunk['provider'])
  }

  delta(delta: Json, isWhole: boolean): void {
    const details = delta['reasoning_details']
    if (details !== undefined && details !== null) this.#details.add(details, isWhole)
  }

  part(part: Part): void {
    this.#parts.push(part)
  }

  toNative(): NativeTurn | null {
    return toNativeAnswer(this.#parts, this.#details.toList())
  }

  gateway(): GatewayFacts {
    return { name: 'openrouter', ...(this.#provider === null ? {} : { provider: this.#provider }), settingsDoubt: DOUBT }
  }
}
