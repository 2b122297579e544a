import { ERROR_CODES, type ErrorCode, type ErrorDetail } from './error.ts'
import { isFields, isOneOf, isText } from './field-checks.ts'

const isErrorCode = isOneOf<ErrorCode>(ERROR_CODES)

/**
 * Reads an error body, also one that is not ours.
 *
 * *Shape*: other services send `detail` as text; that becomes `internal` with the text as its message. A code this version does not
 * know becomes `internal` too and is kept as `meta.code`, because the message is still worth showing.
 *
 * *Errors*: null where there is no message to be found.
 */
export function errorDetailFromWire(body: unknown): ErrorDetail | null {
  if (!isFields(body)) return null
  const { detail } = body
  if (isText(detail)) return { message: detail, code: 'internal' }
  if (!isFields(detail) || !isText(detail['message'])) return null
  const { message, code, meta: given, trace_id: traceId, span_id: spanId } = detail
  const known = isErrorCode(code)
  const meta = known || code === undefined ? given : { ...(isFields(given) ? given : {}), code }
  return {
    message,
    code: known ? code : 'internal',
    ...(isFields(meta) ? { meta } : {}),
    ...(isText(traceId) ? { trace_id: traceId } : {}),
    ...(isText(spanId) ? { span_id: spanId } : {}),
  }
}
