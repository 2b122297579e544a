import { useEffect, useState } from 'react'
import { type ImportReader, createImportReader } from '../../../exchange/reader/create-import-reader.ts'
import { startImportWorker } from '../../../exchange/reader/start-import-worker.ts'
import { usePlayground } from '../../../playground-context.ts'

function setTimer(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Reads what is imported for as long as its dialog is open, in a worker where the page allows one. */
export function useImportReader(): ImportReader {
  const { workers } = usePlayground().bindings
  const [reader] = useState(() =>
    createImportReader({ start: () => (workers === 'none' ? null : startImportWorker(workers?.trustedTypesPolicy)), setTimer }),
  )
  useEffect(() => () => reader.dispose(), [reader])
  return reader
}
