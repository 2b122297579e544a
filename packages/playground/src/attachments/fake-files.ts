import type { GivenFile } from './take-files.ts'

/** A picture of three by two pixels. */
export const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR42mNQaJgAQQxwFgBEtAchx0HUVgAAAABJRU5ErkJggg=='

export const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : part)))

/** A file whose bytes are these; `size` is what it says of itself. */
export const fakeFile = (name: string, bytes: Uint8Array, size = bytes.length): GivenFile => ({
  name,
  size,
  arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
})
