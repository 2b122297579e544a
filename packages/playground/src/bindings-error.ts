export type BindingsErrorCode = 'contract_mismatch' | 'state_missing' | 'target_missing'

/** Why a mount was refused. `message` says what to change. */
export class BindingsError extends Error {
  readonly code: BindingsErrorCode

  constructor(code: BindingsErrorCode, message: string) {
    super(message)
    this.name = 'BindingsError'
    this.code = code
  }
}
