import type { TurnContext } from './turn-context.ts'

/** Ids that another provider gave may hold what the Messages API refuses in one. A call and its result are changed alike. */
export function toToolId(id: string, path: string, { report }: TurnContext): string {
  const sendable = id.replace(/[^A-Za-z0-9_-]/g, '_')
  if (sendable !== id) report.change(path, id, sendable, 'ids of tool calls have letters, digits, _ and - only in the Messages API')
  return sendable
}
