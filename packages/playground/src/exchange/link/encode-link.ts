import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { toBase64url } from './base64url.ts'
import { deflateText } from './deflate.ts'
import { LINK_PREFIX } from './link-prefix.ts'
import { MAX_LINK_BYTES } from './link-limits.ts'
import { portableSnapshot } from './portable-settings.ts'

/** *Shape*: `dropped` names settings that hold a key or an address; they are not in the link. *Units*: bytes are compressed ones. */
export type EncodedLink = { readonly bytes: number; readonly dropped: readonly string[] } & (
  | { readonly ok: true; readonly fragment: string }
  /** It would be longer than what carries links takes: a file is the way then. */
  | { readonly ok: false; readonly limitBytes: number }
)

/**
 * A snapshot as the fragment of an address: what a browser keeps to itself, so that no server ever sees it. It holds prompt, settings and
 * cases, and neither results nor keys nor addresses. Which address it stands behind is the host's choice.
 */
export async function encodeLink(snapshot: PlaygroundSnapshot): Promise<EncodedLink> {
  const dropped: string[] = []
  const packed = await deflateText(JSON.stringify(portableSnapshot(snapshot, (_, name) => dropped.push(name))))
  const bytes = packed.byteLength
  return bytes > MAX_LINK_BYTES
    ? { ok: false, bytes, dropped, limitBytes: MAX_LINK_BYTES }
    : { ok: true, bytes, dropped, fragment: `${LINK_PREFIX}${toBase64url(packed)}` }
}
