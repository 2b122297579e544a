const encoder = new TextEncoder()

function header(
  signature: number,
  size: number,
  fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[],
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  for (const [at, value, width] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  }
  return bytes
}

/**
 * An archive of files that are not packed, so that whoever reads it needs neither trust in sizes nor a worker. Without checksums:
 * it never leaves the page.
 */
export async function storeZip(files: ReadonlyMap<string, Uint8Array>): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = encoder.encode(path)
    const data = new Uint8Array(content)
    const size = data.byteLength
    const local = header(0x04034b50, 30, [
      [18, size, 4],
      [22, size, 4],
      [26, name.length, 2],
    ])
    const entry = header(0x02014b50, 46, [
      [20, size, 4],
      [24, size, 4],
      [28, name.length, 2],
      [42, offset, 4],
    ])
    parts.push(local, name, data)
    directory.push(entry, name)
    offset += 30 + name.length + size
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.byteLength, 0)
  const end = header(0x06054b50, 22, [
    [8, files.size, 2],
    [10, files.size, 2],
    [12, directoryBytes, 4],
    [16, offset, 4],
  ])
  return new Blob([...parts, ...directory, end]).arrayBuffer()
}
