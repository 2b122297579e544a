import type { TokenUsage } from '@vitrine/contracts'
import type { FakeReply } from '../fake-provider/fake-reply.ts'

/** The answers a dialect's server can give, as scripts for the fake provider. */
export interface ContractReplies {
  /** A complete stream of this text. */
  stream(text: string, changes?: FakeReply): FakeReply
  /** The same answer in one piece. */
  whole(text: string, changes?: FakeReply): FakeReply
  /** A stream that has begun with this text; `rest` are the events that follow, as text behind `data:`. */
  beginning(text: string, rest?: readonly string[], changes?: FakeReply): FakeReply
  /** An error as an event within a stream. */
  errorEvent(message: string): string
  /** An error as the whole answer. */
  failure(status: number, error: { readonly message: string }, headers?: Readonly<Record<string, string>>): FakeReply
  /** The event that reports usage. */
  readonly usageEvent: string
  /** What complete answers report. */
  readonly usage: TokenUsage
}
