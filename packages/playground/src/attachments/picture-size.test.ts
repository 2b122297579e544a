import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstBytes } from './base64.ts'
import { bytesOf, PNG } from './fake-files.ts'
import { pictureSize } from './picture-size.ts'

const rest = Array.from({ length: 40 }, () => 0)
const size = (width: number, height: number) => ({ width, height })

describe('pictureSize', () => {
  it('reads it in the head of each type', () => {
    expect(pictureSize(firstBytes(PNG, 100), 'image/png')).toEqual(size(3, 2))
    expect(pictureSize(bytesOf('GIF89a', [7, 1, 9, 0], rest), 'image/gif')).toEqual(size(263, 9))
    const riff = ['RIFF', [0, 0, 0, 0], 'WEBP'] as const
    expect(pictureSize(bytesOf(...riff, 'VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 99, 0, 0, 49, 0, 0], rest), 'image/webp')).toEqual(size(100, 50))
    expect(pictureSize(bytesOf(...riff, 'VP8 ', [0, 0, 0, 0, 0, 0, 0, 157, 1, 42, 100, 0, 50, 64], rest), 'image/webp')).toEqual(
      size(100, 50),
    )
    expect(pictureSize(bytesOf(...riff, 'VP8L', [0, 0, 0, 0, 47, 99, 64, 12, 0], rest), 'image/webp')).toEqual(size(100, 50))
  })
  it('finds the frame of a JPEG behind what a camera wrote', () => {
    const exif = [0xff, 0xe1, 0, 10, 1, 2, 3, 4, 5, 6, 7, 8]
    const frame = [0xff, 0xff, 0xc2, 0, 17, 8, 0, 50, 0, 100]
    expect(pictureSize(bytesOf([0xff, 0xd8], exif, frame, rest), 'image/jpeg')).toEqual(size(100, 50))
    expect(pictureSize(bytesOf([0xff, 0xd8], exif, rest), 'image/jpeg')).toBeNull()
  })
  it('has no word on what is too short or another type', () => {
    expect(pictureSize(bytesOf('GIF89a'), 'image/gif')).toBeNull()
    expect(pictureSize(bytesOf(rest), 'image/svg+xml')).toBeNull()
  })
  it('ends on any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('image/png', 'image/jpeg', 'image/gif', 'image/webp'),
        (bytes, type) => {
          expect(pictureSize(bytes, type)?.width ?? 0).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
