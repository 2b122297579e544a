/** A refusal in the shape that OpenAI gives it: the body is `{error: {message, type, param, code}}`. */
export interface OpenAiError {
  readonly status: number
  readonly message: string
  readonly type: 'invalid_request_error' | 'server_error' | 'rate_limit_error' | 'not_found_error'
  readonly param: string | null
  readonly code: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export const errorBody = (error: OpenAiError): { readonly error: Readonly<Record<string, string | null>> } => ({
  error: { message: error.message, type: error.type, param: error.param, code: error.code },
})

/** A 400: the request itself is at fault. */
export const badRequest = (message: string, param: string | null = null, code: string | null = null): OpenAiError => ({
  status: 400,
  message,
  type: 'invalid_request_error',
  param,
  code,
})
