import { useStore } from 'jotai'
import { useRef, useState } from 'react'
import { recognise } from '../../../exchange/import/recognise.ts'
import type { ImportSource, RecogniseOptions, Recognition } from '../../../exchange/import/recognition.ts'
import { autoMap } from '../../../exchange/mapping/auto-map.ts'
import type { Mapping } from '../../../exchange/mapping/mapping.ts'
import { usePlayground } from '../../../playground-context.ts'
import { type HowPlaced, type ImportDraft, type ImportStep, NO_DRAFT } from './import-draft.ts'
import { takenFile } from './taken-file.ts'

/** Somebody types: what they have so far is not read at every key. Milliseconds. */
const READ_AFTER_MS = 200

/** What is being imported, from the first drop to the last choice. */
export function useImportDraft() {
  const { rows } = usePlayground().state
  const store = useStore()
  const [draft, setDraft] = useState<ImportDraft>(NO_DRAFT)
  /** Counts what was taken: an answer about something older is of no use. */
  const turn = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const patch = (part: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...part }))

  function begin(part: Partial<ImportDraft>): number {
    clearTimeout(timer.current)
    setDraft({ ...NO_DRAFT, isReading: true, ...part })
    turn.current += 1
    return turn.current
  }

  function end(recognition: Recognition) {
    const known = [...store.get(rows.columnsAtom), ...store.get(rows.hiddenColumnsAtom)].map(({ name }) => name)
    const mapping = recognition.ok ? autoMap(recognition, known) : null
    // One prompt has its place here; the first one of a file is the one that it begins with.
    patch({ isReading: false, recognition, mapping: mapping && { ...mapping, variants: mapping.variants.slice(0, 1) } })
  }

  async function read(source: ImportSource, options: RecogniseOptions) {
    const own = begin({ source, options })
    const recognition = await recognise(source, options)
    if (own === turn.current) end(recognition)
  }

  return {
    draft,
    async takeFile(file: File) {
      const own = begin({ source: { name: file.name, content: '' } })
      const taken = await takenFile(file)
      if (own !== turn.current) return
      if (taken.kind === 'source') await read(taken.source, {})
      else if (taken.kind === 'refused') end(taken.recognition)
      else patch({ isReading: false, unreadable: file.name })
    },
    takeText(text: string) {
      const source = { name: '', content: text }
      begin({ source, isReading: text.trim() !== '' })
      if (text.trim() !== '') timer.current = setTimeout(() => void read(source, {}), READ_AFTER_MS)
    },
    /** Corrects what was found out, and reads again. */
    correct(options: RecogniseOptions) {
      if (draft.source !== null) void read(draft.source, { ...draft.options, ...options })
    },
    map: (mapping: Mapping) => patch({ mapping }),
    choose: (how: HowPlaced) => patch({ how }),
    goTo: (step: ImportStep) => patch({ step }),
  }
}
export type ImportControl = ReturnType<typeof useImportDraft>
