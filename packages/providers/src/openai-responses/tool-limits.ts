import type { ErrorDetail } from '@vitrine/contracts'
import type { CallNote } from '../provider.ts'

/** How many tools a request may have, and how large they may be as JSON. */
export interface ToolLimits {
  readonly toolsMaxCount: number
  /** KB of 1,024 bytes, of UTF-8. */
  readonly toolsMaxJsonKB: number
  /** The part of a limit above which a warning is noted. */
  readonly softThreshold: number
}

/** @see seeds/001, REQ-006 */
export const DEFAULT_TOOL_LIMITS: ToolLimits = { toolsMaxCount: 16, toolsMaxJsonKB: 32, softThreshold: 0.8 }

export type ToolLimitsCheck =
  | { readonly ok: true; readonly notes: readonly CallNote[] }
  | { readonly ok: false; readonly error: ErrorDetail }

const BYTES_PER_KB = 1024

/** Holds tools, as they would be sent, to the limits. Near a limit they go out with a warning, beyond it they are refused with the figures. */
export function checkToolLimits(tools: readonly unknown[], limits: ToolLimits): ToolLimitsCheck {
  const { toolsMaxCount: most, toolsMaxJsonKB: mostKB, softThreshold } = limits
  if (tools.length === 0) return { ok: true, notes: [] }
  if (tools.length > most) {
    return refused(`there are ${tools.length}, and at most ${most} are allowed. Take some away`, { count: tools.length, max: most })
  }
  const bytes = jsonBytes(tools)
  if (bytes === null) return refused('invalid tool schema: it holds something that is no JSON. Correct it', {})
  const size = `${(bytes / BYTES_PER_KB).toFixed(2)} KB of JSON (${bytes} bytes)`
  if (bytes > mostKB * BYTES_PER_KB) {
    const limit = `${mostKB} KB (${mostKB * BYTES_PER_KB} bytes)`
    return refused(`they are ${size}, and the limit is ${limit}. Shorten or remove some`, { bytes, max: mostKB * BYTES_PER_KB })
  }
  return {
    ok: true,
    notes: [
      ...(tools.length > most * softThreshold ? [warning(`tools: ${tools.length} / ${most}, near the limit of their number`)] : []),
      ...(bytes > mostKB * BYTES_PER_KB * softThreshold ? [warning(`tools: ${size}, near the limit of ${mostKB} KB`)] : []),
    ],
  }
}

const warning = (text: string): CallNote => ({ level: 'warning', text })

const refused = (what: string, figures: Readonly<Record<string, number>>): ToolLimitsCheck => ({
  ok: false,
  error: {
    code: 'invalid_tools',
    message: `The tools cannot be sent: ${what} and run again.`,
    meta: { path: 'tools', ...figures, issues: [{ path: 'tools', message: what }] },
  },
})

function jsonBytes(tools: readonly unknown[]): number | null {
  try {
    return Buffer.byteLength(JSON.stringify(tools))
  } catch {
    return null
  }
}
