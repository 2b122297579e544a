import type { Message, Model } from '@vitrine/contracts'
import { attachmentsOf, withAttachments } from '../../attachments/message-content.ts'
import { sentBytes } from '../../attachments/sent-bytes.ts'
import { type AttachProblem, type GivenFile, takeFiles } from '../../attachments/take-files.ts'
import type { AttachOwner } from './attach-owner.ts'

export interface Reception {
  readonly model: Pick<Model, 'capabilities'> | null
  readonly prompt: readonly Message[]
  /** Null once the message is gone. */
  readonly owner: () => AttachOwner | null
}

/** Attaches files to a message as far as they can be, and answers with why the others cannot. */
export async function receiveFiles(files: readonly GivenFile[], { model, prompt, owner }: Reception): Promise<readonly AttachProblem[]> {
  const { content, besides = [] } = owner() ?? {}
  const room = { model, count: attachmentsOf(content).length, sentBytes: sentBytes([...prompt, ...besides]) }
  const { parts, problems } = await takeFiles(files, room)
  if (parts.length > 0) owner()?.update((now) => withAttachments(now, parts))
  return problems
}
