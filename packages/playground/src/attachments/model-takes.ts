import type { Message, Model, ModelCapabilities } from '@vitrine/contracts'
import { ATTACHMENT_KINDS, type AttachmentKind, kindOfPart } from './attachment-part.ts'
import { attachmentsOf } from './message-content.ts'

const CAPABILITIES = { image: 'vision', audio: 'audio', file: 'files' } as const satisfies Record<AttachmentKind, keyof ModelCapabilities>

/** Whether a model takes a kind of attachment; one of which nothing is known may. */
export const takes = (model: Pick<Model, 'capabilities'> | null, kind: AttachmentKind): boolean =>
  !model?.capabilities || model.capabilities[CAPABILITIES[kind]]

export const refusedKinds = (model: Pick<Model, 'capabilities'> | null): readonly AttachmentKind[] =>
  ATTACHMENT_KINDS.filter((kind) => !takes(model, kind))

/** The kinds that a message holds and the model does not take: the service refuses a prompt that has them. */
export function unmetKinds(content: Message['content'], model: Pick<Model, 'capabilities'> | null): readonly AttachmentKind[] {
  const held = new Set(attachmentsOf(content).map(({ part }) => kindOfPart(part)))
  return refusedKinds(model).filter((kind) => held.has(kind))
}
