/**
 * A gateway that stood between us and the model, as its answer tells of it. A model's name may be an alias there, so that `model` and
 * `apiBase` say who really answered.
 */
export interface GatewayFacts {
  /** `litellm`, `openrouter`. */
  readonly name: string
  readonly version?: string
  /** The gateway's own id of the call, for its log. */
  readonly callId?: string
  /** The deployment behind the alias, as the gateway names it: `openai/gpt-4o-mini`. */
  readonly model?: string
  /** Where that deployment is. */
  readonly apiBase?: string
  /** Who ran the model, where the gateway chooses among providers. */
  readonly provider?: string
  /** Attempts that the gateway made beyond its first, and other models that it went over to. We see none of them. */
  readonly retries?: number
  readonly fallbacks?: number
  /** Set where the gateway answered from its own cache and asked no model. */
  readonly cached?: true
  /** Set where the gateway may leave out settings without saying so: what that means, for people. */
  readonly settingsDoubt?: string
}
