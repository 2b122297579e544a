import type { AvailableModel } from './kernel/model.ts'
import type { Wire } from './wire-naming.ts'

/** `GET /services/models`. */
export interface ModelsResponse {
  readonly models: readonly Wire<AvailableModel>[]
  /** The id of the model that a new prompt starts with. */
  readonly default_model: string
  /** Providers whose own list of models was still being read; ask again in a second. Absent where all have answered. */
  readonly pending?: readonly string[]
}

/** `GET /services/dev-token`: exists in development only. */
export interface DevTokenResponse {
  readonly token: string
  readonly project_id: string
  /** ISO 8601, UTC. */
  readonly expires_at: string
}

/** The project that the development mode issues tokens for. */
export const DEVELOPMENT_PROJECT_ID = '00000000-0000-4000-8000-000000000001'
