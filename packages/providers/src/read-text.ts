/** The start of an answer's body as text, and whether that was all of it. */
export interface ReadText {
  readonly text: string
  readonly isWhole: boolean
}

const BYTE_ORDER_MARK = 0xfeff

/** A decoder object for each answer costs more than the decoding. */
function decoded(chunks: readonly Uint8Array[]): string {
  const [first] = chunks
  const bytes =
    chunks.length === 1 && first !== undefined ? Buffer.from(first.buffer, first.byteOffset, first.byteLength) : Buffer.concat(chunks)
  const text = bytes.toString('utf8')
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text
}

/** Reads a body up to a bound and then leaves it, which closes the connection. */
export async function readText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReadText> {
  const chunks: Uint8Array[] = []
  let left = maxBytes
  for await (const bytes of body) {
    if (bytes.byteLength > left) return { text: decoded([...chunks, bytes.subarray(0, left)]), isWhole: false }
    left -= bytes.byteLength
    chunks.push(bytes)
  }
  return { text: decoded(chunks), isWhole: true }
}
