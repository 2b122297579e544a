import { type ClipboardEvent, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { attachmentsOf } from '../../attachments/message-content.ts'
import { takes } from '../../attachments/model-takes.ts'
import type { AttachProblem } from '../../attachments/take-files.ts'
import { usePlayground } from '../../playground-context.ts'
import { useModels } from '../../queries/use-models.ts'
import { latePart } from '../../ui/late-part.tsx'
import type { AttachOwner } from './attach-owner.ts'
import type { AttachmentsProps } from './attachments.tsx'

// Few messages hold more than text.
const Attachments = latePart<AttachmentsProps & { readonly meanwhile: ReactNode }>(
  async () => (await import('./attachments.tsx')).Attachments,
  ({ meanwhile }) => meanwhile,
)

export interface Attaching {
  /** Makes an element take files that are dropped on it and pictures that are pasted into it. */
  readonly zone: {
    readonly 'data-takes-files': true
    readonly onDragOverCapture: (event: DragEvent) => void
    readonly onDragLeave: () => void
    readonly onDropCapture: (event: DragEvent) => void
    readonly onPasteCapture: (event: ClipboardEvent) => void
  }
  /** Whether files are held over it. */
  readonly isOver: boolean
  readonly open: () => void
  /** What the message holds and what is to be said of it; nothing where there is nothing. */
  readonly element: ReactNode
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')
/** As the browser guesses by the name; enough to tell whose they are. */
const arePicturesOrSound = ({ dataTransfer }: DragEvent): boolean =>
  [...dataTransfer.items].some(({ type }) => /^(?:image|audio)\//.test(type))

/**
 * The ways by which images, sound and files get into a message. `fallback` stands in while the code for what is there loads.
 *
 * Files are taken in the capture phase: an editor in the element would make text of them, and the playground would import them.
 */
export function useAttaching(owner: AttachOwner, fallback: ReactNode = null): Attaching {
  const { state } = usePlayground()
  const { data } = useModels()
  const [isOpen, setOpen] = useState(false)
  const [isOver, setOver] = useState(false)
  const [reading, setReading] = useState(0)
  const [problems, setProblems] = useState<readonly AttachProblem[]>([])
  const latest = useRef<AttachOwner | null>(null)
  useEffect(() => {
    latest.current = owner
    return () => {
      latest.current = null
    }
  })

  const modelNow = () => {
    const { model } = state.store.get(state.prompt.draftAtom).llmConfig
    return data?.models.find(({ id, name }) => id === model || name === model) ?? null
  }
  const receive = async (files: readonly File[]): Promise<void> => {
    setReading((count) => count + files.length)
    const { messages } = state.store.get(state.prompt.draftAtom)
    const model = modelNow()
    try {
      const { receiveFiles } = await import('./receive-files.ts')
      setProblems(await receiveFiles(files, { model, prompt: messages, owner: () => latest.current }))
    } catch {
      setProblems(files.map(({ name }) => ({ code: 'unreadable', name })))
    } finally {
      setReading((count) => count - files.length)
    }
  }
  const take = (event: DragEvent | ClipboardEvent, files: readonly File[]) => {
    event.preventDefault()
    event.stopPropagation()
    void receive(files)
  }
  // A table that is dropped where the model takes no files is a file to import, as anywhere else on the page.
  const isOurs = (event: DragEvent): boolean => holdsFiles(event) && (arePicturesOrSound(event) || takes(modelNow(), 'file'))
  const hasAny = attachmentsOf(owner.content).length > 0
  return {
    isOver,
    open: () => setOpen(true),
    zone: {
      'data-takes-files': true,
      onDragOverCapture(event) {
        if (!isOurs(event)) return
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDropCapture(event) {
        setOver(false)
        if (isOurs(event)) take(event, [...event.dataTransfer.files])
      },
      onPasteCapture(event) {
        const { files, types } = event.clipboardData
        // What is copied out of a document is text, and brings a picture of itself along.
        if (files.length > 0 && !types.includes('text/plain')) take(event, [...files])
      },
    },
    element: (hasAny || isOpen || reading > 0 || problems.length > 0) && (
      <Attachments
        meanwhile={hasAny && fallback}
        owner={owner}
        isOpen={isOpen}
        onOpenChange={setOpen}
        reading={reading}
        problems={problems}
        onDismiss={() => setProblems([])}
        onFiles={(files) => void receive(files)}
      />
    ),
  }
}
