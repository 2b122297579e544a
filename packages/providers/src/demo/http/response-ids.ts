import { createHash } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A token of letters and digits that follows from its seed. */
function idFrom(seed: string, length: number): string {
  const bytes = createHash('sha256').update(seed).digest()
  return Array.from(bytes.subarray(0, length), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const completionId = (seed: string): string => `chatcmpl-${idFrom(`completion ${seed}`, 29)}`
export const toolCallId = (seed: string, index: number): string => `call_${idFrom(`call ${index} ${seed}`, 24)}`
export const requestId = (seed: string): string => `req_${idFrom(`request ${seed}`, 32)}`
