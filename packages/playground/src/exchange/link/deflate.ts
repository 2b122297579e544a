/** A text as compressed bytes, without any frame around them. */
export async function deflateText(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

export type Inflated = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'damaged' | 'too-large' }

/** The text again. Unpacking ends as soon as there is more than the limit, whatever the bytes would still become. */
export async function inflateText(bytes: Uint8Array<ArrayBuffer>, limitBytes: number): Promise<Inflated> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { ok: true, text: text + decoder.decode() }
      size += value.byteLength
      if (size > limitBytes) {
        await reader.cancel()
        return { ok: false, why: 'too-large' }
      }
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    return { ok: false, why: 'damaged' }
  }
}
