import type { WireRequest } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { readEdited, sendEdited, type ReadEdited } from '../../../execution/send-edited.ts'
import { usePlayground } from '../../../playground-context.ts'
import type { Cell } from '../../../state/cell.ts'
import { type OutputRef, outputKey } from '../../../state/output-ref.ts'
import type { EditedRequest } from '../../../state/edited-request.ts'

export interface Edited {
  /** Null while the request is read only. */
  readonly current: EditedRequest | null
  readonly reading: ReadEdited | null
  readonly canSend: boolean
  readonly begin: () => void
  readonly edit: (text: string) => void
  readonly send: () => void
  readonly leave: () => void
}

/** The name that the run asked for by. */
function modelOf({ request, model }: Cell): string {
  const body = request?.body as { readonly ag_config?: { readonly prompt?: { readonly llm_config?: { readonly model?: unknown } } } } | null
  const asked = body?.ag_config?.prompt?.llm_config?.model
  return typeof asked === 'string' ? asked : (model ?? '')
}

/** As it is read best: JSON laid out, anything else as it is. */
function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** The request of an attempt while it is edited by hand. */
export function useEdited(at: OutputRef, cell: Cell, shown: WireRequest | undefined): Edited {
  const { bindings, state } = usePlayground()
  const { service } = bindings
  const key = outputKey(at)
  const current = useAtomValue(state.edited.allAtom).get(key) ?? null
  const { mode } = useAtomValue(state.prompt.draftAtom)
  const reading = current === null ? null : readEdited(current.text)
  return {
    current,
    reading,
    canSend: service !== undefined && reading?.ok === true,
    begin: () => shown && state.edited.edit(key, laidOut(shown.body)),
    edit: (text) => state.edited.edit(key, text),
    send: () => {
      if (service === undefined || shown === undefined || reading?.ok !== true) return
      const { client } = service
      const parts = { client, edited: state.edited, clock: state.clock, key, mode, shown, body: reading.body }
      void sendEdited({ ...parts, model: modelOf(cell) })
    },
    leave: () => state.edited.leave(key),
  }
}
