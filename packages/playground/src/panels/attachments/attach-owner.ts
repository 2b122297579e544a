import type { Message, MessageRole } from '@vitrine/contracts'

/** The message that things are attached to. */
export interface AttachOwner {
  readonly content: Message['content']
  readonly role: MessageRole
  /** Replaces the content as it is by now: files take their time to be read. One undo step where there is undo. */
  readonly update: (change: (content: Message['content']) => NonNullable<Message['content']>) => void
  /** What the dialog is called: the name of its text, and the number of the message. */
  readonly title: { readonly key: 'ofMessage' | 'ofTurn' | 'ofNext'; readonly number: number }
  /** Messages that are sent besides those of the prompt: a conversation. They count for the size of the request. */
  readonly besides: readonly Pick<Message, 'content'>[]
  readonly hasUndo: boolean
}
