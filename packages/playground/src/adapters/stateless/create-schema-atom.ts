import { type Atom, atom } from 'jotai'
import type { VitrineClient } from '@vitrine/client'
import type { OpenAPISpec } from '../../bindings.ts'
import type { EnhancedPrompt } from '../../state/prompt.ts'

/** The service's OpenAPI document for the draft's mode: asked for once somebody reads it, null until it is there. */
export function createSchemaAtom(client: VitrineClient, draftAtom: Atom<EnhancedPrompt>, gone: AbortSignal): Atom<OpenAPISpec | null> {
  const documentOf = (mode: EnhancedPrompt['mode']) => {
    const documentAtom = atom<OpenAPISpec | null>(null)
    let isAsked = false
    async function ask(set: (document: OpenAPISpec) => void): Promise<void> {
      if (isAsked) return
      isAsked = true
      const reply = await client.schema(mode, { signal: gone })
      if (reply.ok) set(reply.value)
      // The next reader asks again.
      else isAsked = false
    }
    documentAtom.onMount = (set) => void ask(set)
    return documentAtom
  }
  const documents = { completion: documentOf('completion'), chat: documentOf('chat') }
  const modeAtom = atom((get) => get(draftAtom).mode)
  return atom((get) => get(documents[get(modeAtom)]))
}
