import { ZipFault } from './zip-fault.ts'

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedBytes: number
  readonly offset: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT = 65_535
const MAX_ENTRIES = 10_000

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) if (view.getUint32(at, true) === END) return at
  throw new ZipFault('directory')
}

/** The directory at the end of the archive. */
function entriesOf(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES || at > bytes.byteLength) throw new ZipFault('directory')
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== ENTRY) throw new ZipFault('directory')
    const nameBytes = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes))
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
    if (isEncrypted) throw new ZipFault('encrypted')
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function packed(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== LOCAL) throw new ZipFault('entry')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedBytes > bytes.byteLength) throw new ZipFault('entry')
  return new Uint8Array(bytes.subarray(start, start + packedBytes))
}

/** Unpacks chunk by chunk: what an archive says of its own size is not believed. */
async function inflated(data: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    for await (const chunk of stream) {
      size += chunk.byteLength
      if (size > maxBytes) throw new ZipFault('too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('entry')
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/**
 * The files of an archive that `wanted` names, unpacked.
 *
 * @throws ZipFault where it is damaged, or holds more than `maxBytes` once it is unpacked
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  maxBytes: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  let left = maxBytes
  for (const entry of entriesOf(bytes)) {
    if (!wanted(entry.name) || files.has(entry.name)) continue
    const data = packed(bytes, entry)
    if (entry.method !== 0 && entry.method !== 8) throw new ZipFault('method')
    const content = entry.method === 0 ? data : await inflated(data, left)
    left -= content.byteLength
    if (left < 0) throw new ZipFault('too-large')
    files.set(entry.name, content)
  }
  return files
}
