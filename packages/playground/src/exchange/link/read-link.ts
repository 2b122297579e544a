import type { PlaygroundSnapshot } from '../../state/snapshot.ts'
import { parsedJson } from '../data/json-document.ts'
import { MAX_COLUMNS, MAX_PLACED_ROWS } from '../import/limits.ts'
import { isFatal } from '../import/problem.ts'
import { type ProblemList, createProblemList } from '../import/problem-list.ts'
import { readSnapshotDocument } from '../own-documents/read-snapshot.ts'
import { fromBase64url } from './base64url.ts'
import { inflateText } from './deflate.ts'
import { MAX_LINK_MESSAGES, MAX_READ_LINK_BYTES, MAX_UNPACKED_LINK_BYTES } from './link-limits.ts'
import type { LinkReading } from './link-reading.ts'
import { messageLists } from './message-lists.ts'
import { portableSnapshot } from './portable-settings.ts'

const MAX_CHARACTERS = Math.ceil((MAX_READ_LINK_BYTES * 4) / 3)

async function unpacked(encoded: string, problems: ProblemList): Promise<string | null> {
  if (encoded.length > MAX_CHARACTERS) {
    problems.add('error', 'link-too-long', { characters: encoded.length, limit: MAX_CHARACTERS })
    return null
  }
  const bytes = fromBase64url(encoded)
  const inflated = bytes === null ? null : await inflateText(bytes, MAX_UNPACKED_LINK_BYTES)
  if (inflated?.ok === true) return inflated.text
  if (inflated?.why === 'too-large') problems.add('error', 'link-unpacks-too-large', { limitBytes: MAX_UNPACKED_LINK_BYTES })
  else problems.add('error', 'link-damaged', {})
  return null
}

/** The whole of it comes onto the page at once, and nobody chose what: so there is an end to how much. */
function tellSize(snapshot: PlaygroundSnapshot, problems: ProblemList): void {
  const columns = new Set(snapshot.rows.flatMap(({ data }) => Object.keys(data))).size
  const messages = Math.max(0, ...messageLists(snapshot).map(({ length }) => length))
  if (snapshot.rows.length > MAX_PLACED_ROWS) problems.add('error', 'too-many-rows', { limit: MAX_PLACED_ROWS })
  if (columns > MAX_COLUMNS) problems.add('error', 'too-many-columns', { columns, limit: MAX_COLUMNS })
  if (messages > MAX_LINK_MESSAGES) problems.add('error', 'too-many-messages', { messages, limit: MAX_LINK_MESSAGES })
}

function snapshotIn(text: string, problems: ProblemList): PlaygroundSnapshot | null {
  const parsed = parsedJson(text)
  if (!parsed.ok) {
    problems.add('error', parsed.fault.kind === 'depth' ? 'too-deep' : 'link-damaged', {})
    return null
  }
  const given = portableSnapshot(parsed.value, (kind, name) => problems.add('warning', `${kind}-dropped`, { name }))
  const snapshot = readSnapshotDocument(given, problems)
  if (snapshot !== null) tellSize(snapshot, problems)
  return snapshot
}

/** What stands behind the prefix of a link. */
export async function readLink(encoded: string): Promise<LinkReading> {
  const problems = createProblemList()
  const text = await unpacked(encoded, problems)
  const snapshot = text === null ? null : snapshotIn(text, problems)
  return snapshot === null || isFatal(problems.all())
    ? { ok: false, problems: problems.all() }
    : { ok: true, snapshot, problems: problems.all() }
}
