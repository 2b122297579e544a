import type { ResponseCreateParamsNonStreaming, ResponseCreateParamsStreaming } from 'openai/resources/responses/responses'

/** A request's body while it is written. Its fields are those that the official client knows. */
export type ResponsesBody = Partial<Record<keyof ResponseCreateParamsNonStreaming | keyof ResponseCreateParamsStreaming, unknown>>

/** An item of `input[]`: a message, a call, what came of a call, or an item as the API itself wrote it. */
export type InputItem = Readonly<Record<string, unknown>>

export const DIALECT = 'openai-responses'
