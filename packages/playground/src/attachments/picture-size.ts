export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Markers of a JPEG's frame; those between them that are none say something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

const uint24 = (view: DataView, at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)

function webpSize(view: DataView): PictureSize | null {
  const form = view.getUint32(12)
  if (form === 0x56503858) return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (form === 0x56503820) return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (form !== 0x5650384c) return null
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

/**
 * How large a picture is once it is drawn, by what its head says; null where that cannot be found.
 *
 * *Units*: pixels.
 */
export function pictureSize(head: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (view.byteLength < 32) return null
  if (mediaType === 'image/png') return { width: view.getUint32(16), height: view.getUint32(20) }
  if (mediaType === 'image/gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (mediaType === 'image/webp') return webpSize(view)
  return mediaType === 'image/jpeg' ? jpegSize(view) : null
}
