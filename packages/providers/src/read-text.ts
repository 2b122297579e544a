/** The start of an answer's body as text, and whether that was all of it. */
export interface ReadText {
  readonly text: string
  readonly isWhole: boolean
}

/** Reads a body up to a bound and then leaves it, which closes the connection. */
export async function readText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReadText> {
  const decoder = new TextDecoder('utf-8')
  let text = ''
  let left = maxBytes
  for await (const bytes of body) {
    if (bytes.byteLength > left) return { text: text + decoder.decode(bytes.subarray(0, left)), isWhole: false }
    left -= bytes.byteLength
    text += decoder.decode(bytes, { stream: true })
  }
  return { text: text + decoder.decode(), isWhole: true }
}
