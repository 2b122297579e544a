import type { Message, Model, ModelSettings, ResponseFormat, RunMode, SettingsReport } from '@vitrine/contracts'
import type { PreparedCall, Provider } from '@vitrine/providers'
import type { Refusal } from '../http/refusal.ts'
import type { LoopPlan } from './tool-loop.ts'

/** A run that nothing stands against any more but the provider itself. */
export interface RunPlan {
  readonly mode: RunMode
  /** The provider's body was written by the caller. */
  readonly raw: boolean
  /** What the model is asked for, as a trace records it. */
  readonly asked: ModelSettings
  readonly provider: Provider
  readonly providerName: string
  /** The name the provider is sent. */
  readonly model: string
  readonly facts: Model | null
  /** What it is called in counters: a name of the catalogue, of which there are few, or `other`. */
  readonly label: string
  readonly messages: readonly Message[]
  readonly responseFormat: ResponseFormat | undefined
  readonly call: PreparedCall
  /** Null where calls of tools are left to the caller. */
  readonly loop: LoopPlan | null
  /** What becomes of each setting, those that reach nobody included. */
  readonly settings: SettingsReport
  /** Names the key without telling it: runs of one key share its places. */
  readonly keyId: string
}

export type Prepared = { readonly ok: true; readonly plan: RunPlan } | Refusal
