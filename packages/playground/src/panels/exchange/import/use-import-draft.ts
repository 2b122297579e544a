import { useStore } from 'jotai'
import { useRef, useState } from 'react'
import type { FormatId } from '../../../exchange/import/format-id.ts'
import type { RecogniseOptions } from '../../../exchange/import/recognition.ts'
import { autoMap } from '../../../exchange/mapping/auto-map.ts'
import type { Mapping } from '../../../exchange/mapping/mapping.ts'
import type { ReadOutcome } from '../../../exchange/reader/import-preview.ts'
import type { UnreadSource } from '../../../exchange/reader/reading-session.ts'
import { usePlayground } from '../../../playground-context.ts'
import { MAX_VARIANTS } from '../../../state/prompt.ts'
import { type HowPlaced, type ImportDraft, type ImportStep, NO_DRAFT, nextInQueue } from './import-draft.ts'
import { useImportReader } from './use-import-reader.ts'

/** Somebody types: what they have so far is not read at every key. Milliseconds. */
const READ_AFTER_MS = 200

/** What stands side by side in these was one piece of work; elsewhere the first prompt is the one that a file begins with. */
const TOGETHER: ReadonlySet<FormatId> = new Set(['snapshot', 'report', 'configuration'])

/** What is being imported, from the first drop to the last choice. */
export function useImportDraft() {
  const { rows } = usePlayground().state
  const store = useStore()
  const reader = useImportReader()
  const [draft, setDraft] = useState<ImportDraft>(NO_DRAFT)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const patch = (part: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...part }))

  /** Begins anew with what is given; what was going on is over. */
  function begin(part: Partial<ImportDraft>) {
    clearTimeout(timer.current)
    reader.cancel()
    setDraft({ ...NO_DRAFT, ...part })
  }

  function end(recognition: ReadOutcome) {
    const known = [...store.get(rows.columnsAtom), ...store.get(rows.hiddenColumnsAtom)].map(({ name }) => name)
    const mapping = recognition.ok ? autoMap(recognition, known) : null
    const taken = mapping && {
      ...mapping,
      variants: mapping.variants.slice(0, recognition.ok && TOGETHER.has(recognition.format) ? MAX_VARIANTS : 1),
    }
    patch({ isReading: false, progress: null, recognition, mapping: taken })
  }

  async function read(source: UnreadSource, options: RecogniseOptions, queue: ImportDraft['queue'] = null) {
    begin({ source, options, queue, isReading: true })
    const outcome = await reader.read(source, options, (progress) => patch({ progress }))
    if (outcome !== null) end(outcome)
  }

  function takeFromQueue(files: readonly File[], at: number, goesOn: boolean) {
    const file = files[at]
    if (file !== undefined) void read({ name: file.name, content: file }, {}, files.length > 1 ? { files, at, goesOn } : null)
  }

  return {
    draft,
    reader,
    /** One file is read at once; of several it is asked which. */
    takeFiles(files: readonly File[]) {
      if (files.length > 1) begin({ queue: { files, at: null, goesOn: false } })
      else takeFromQueue(files, 0, false)
    },
    chooseFile: (at: number, goesOn: boolean) => takeFromQueue(draft.queue?.files ?? [], at, goesOn),
    /** Goes on with the file behind this one; false where there is none. */
    takeNext(): boolean {
      const next = nextInQueue(draft)
      if (next !== null) takeFromQueue(draft.queue?.files ?? [], next, true)
      return next !== null
    },
    takeText(text: string) {
      const source = { name: '', content: text }
      begin({ source, isReading: text.trim() !== '' })
      if (text.trim() !== '') timer.current = setTimeout(() => void read(source, {}), READ_AFTER_MS)
    },
    /** Ends the reading; what was typed stays to be corrected, and of several files another can be chosen. */
    stopReading() {
      const { source, queue } = draft
      begin({ source: source?.name === '' ? source : null, queue: queue && { ...queue, at: null } })
    },
    clear: () => begin({}),
    /** Corrects what was found out, and reads again. */
    correct(options: RecogniseOptions) {
      if (draft.source !== null) void read(draft.source, { ...draft.options, ...options }, draft.queue)
    },
    /** What was read is gone, or cannot be taken after all. */
    refuse: (outcome: ReadOutcome) => patch({ step: 'recognise', recognition: outcome, mapping: null }),
    map: (mapping: Mapping) => patch({ mapping }),
    choose: (how: HowPlaced) => patch({ how }),
    goTo: (step: ImportStep) => patch({ step }),
  }
}
export type ImportControl = ReturnType<typeof useImportDraft>
