import type { Message, ModelSettings } from '@vitrine/contracts'
import type { TellLost } from '../../conversation/read-chat-message.ts'
import type { JsonObject } from '../../data/json-object.ts'

/** What a provider's body says. `read` are the names of its members that were understood; the others are carried as extra JSON. */
export interface ReadRequest {
  readonly messages: readonly Message[]
  readonly settings: Partial<ModelSettings>
  readonly read: ReadonlySet<string>
}

/** `url` is where it would go, which names the model where the body does not. */
export type RequestDialect = (body: JsonObject, tell: TellLost, url?: string) => ReadRequest
