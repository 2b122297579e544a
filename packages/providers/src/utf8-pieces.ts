/**
 * Decodes UTF-8 that arrives in pieces, cut anywhere. The cheap way for pieces that end with a whole character, which nearly all do: a
 * streaming decoder object costs more than the decoding.
 */
export class Utf8Pieces {
  #held: Buffer | null = null

  /** The text of these bytes and of what was held back before them, up to the last whole character. */
  push(bytes: Uint8Array): string {
    const piece = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // Nearly always: nothing is left over, and nothing is held back.
    if (this.#held === null && (piece[piece.length - 1] ?? 0) < 0x80) return piece.toString('utf8')
    const whole = this.#held === null ? piece : Buffer.concat([this.#held, piece])
    const cut = whole.length - unfinished(whole)
    this.#held = cut === whole.length ? null : Buffer.from(whole.subarray(cut))
    return whole.toString('utf8', 0, cut)
  }

  /** What was held back and is never completed. */
  end(): string {
    const rest = this.#held?.toString('utf8') ?? ''
    this.#held = null
    return rest
  }
}

/** How many bytes at the end belong to a character whose other bytes are yet to come. */
function unfinished(bytes: Uint8Array): number {
  const last = bytes.length - 1
  for (let position = last; position >= 0 && position > last - 3; position -= 1) {
    const byte = bytes[position] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      const there = last - position + 1
      return there < length ? there : 0
    }
  }
  return 0
}
