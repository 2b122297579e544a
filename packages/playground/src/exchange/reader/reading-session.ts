import { recognise } from '../import/recognise.ts'
import type { ReadingConditions } from '../import/reading-conditions.ts'
import type { ColumnRole, RecogniseOptions, Recognised } from '../import/recognition.ts'
import { type NewRow, newRow } from '../mapping/new-row.ts'
import { type ReadOutcome, previewOf } from './import-preview.ts'
import { refusal } from './refusal.ts'

/** What was chosen, dropped or pasted, before it is read. */
export interface UnreadSource {
  readonly name: string
  readonly content: Blob | string
}

/** Reads one source after the other and keeps the rows of the last one. */
export interface ReadingSession {
  read(source: UnreadSource, options: RecogniseOptions): Promise<ReadOutcome>
  /** Rows as they will be, from one on: as many as can be handed over at once, at most `count`. None where nothing was read. */
  rows(roles: readonly ColumnRole[], from: number, count: number): readonly NewRow[]
}

/** What is handed over at once: little enough that nobody waits for it. */
const MOST_ROWS = 500
const MOST_CHARACTERS = 1_000_000

const lengthOf = ({ data }: NewRow): number => Object.values(data).reduce((sum, value) => sum + value.length, 0)

async function contentOf({ content }: UnreadSource): Promise<Uint8Array | string | null> {
  if (typeof content === 'string') return content
  try {
    return new Uint8Array(await content.arrayBuffer())
  } catch {
    return null
  }
}

export function createReadingSession(conditions: ReadingConditions): ReadingSession {
  let held: Recognised | null = null
  return {
    async read(source, options) {
      held = null
      const { limits, onProgress } = conditions
      onProgress({ step: 'opening', share: null })
      // A file that is too large is refused before it is read.
      const bytes = typeof source.content === 'string' ? source.content.length : source.content.size
      if (bytes >= limits.fileBytes) return refusal(limits.refusal, { bytes, limitBytes: limits.fileBytes })
      const content = await contentOf(source)
      if (content === null) return refusal('unreadable', { name: source.name })
      const recognition = await recognise({ name: source.name, content }, options, conditions)
      if (!recognition.ok) return recognition
      held = recognition
      return previewOf(recognition)
    },
    rows(roles, from, count) {
      const made: NewRow[] = []
      let characters = 0
      for (const row of held?.rows.slice(from, from + Math.min(count, MOST_ROWS)) ?? []) {
        const one = newRow(row, roles, held?.columns ?? [])
        made.push(one)
        characters += lengthOf(one)
        if (characters > MOST_CHARACTERS) break
      }
      return made
    },
  }
}
