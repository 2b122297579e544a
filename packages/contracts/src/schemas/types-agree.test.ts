import { expect, it } from 'vitest'
import type { z } from 'zod'
import type { Message } from '../kernel/message.ts'
import type { AvailableModel } from '../kernel/model.ts'
import type { ModelSettings } from '../kernel/model-settings.ts'
import type { BatchEvent, RowEvent } from '../batch-event.ts'
import type { StopRowsRequest } from '../stop-rows.ts'
import type { ChatBatchRequest, ChatBatchRow, CompletionBatchRequest, CompletionBatchRow } from '../batch-request.ts'
import type { ErrorBody } from '../error.ts'
import type { DevTokenResponse, ModelsResponse } from '../service-documents.ts'
import type { RawRequest } from '../raw-request.ts'
import type { SpanNode } from '../span-node.ts'
import type { StreamEvent } from '../stream-event.ts'
import type { ChatTestRequest, CompletionTestRequest } from '../test-request.ts'
import type { PreviewResponse, TestResponse } from '../test-response.ts'
import type { WireAttempt } from '../wire-attempt.ts'
import type { Wire } from '../wire-naming.ts'
import type { batchEventDataSchemas } from './batch-event.ts'
import { chatBatchRequestSchema, completionBatchRequestSchema } from './batch-request.ts'
import type { stopRowsRequestSchema } from './stop-rows.ts'
import type { errorBodySchema } from './error-body.ts'
import { messageSchema } from './message.ts'
import { llmConfigSchema } from './model-settings.ts'
import { rawRequestSchema } from './raw-request.ts'
import type { availableModelSchema, devTokenResponseSchema, modelsResponseSchema } from './service-documents.ts'
import type { spanNodeSchema } from './span-node.ts'
import type { streamEventDataSchemas } from './stream-event.ts'
import { chatTestRequestSchema, completionTestRequestSchema } from './test-request.ts'
import type { previewResponseSchema, testResponseSchema } from './test-response.ts'
import type { wireAttemptSchema } from './wire-attempt.ts'

/** The compiler reads these; a type and its schema that part ways do not compile. */
type Same<One, Other> = [ReadonlyDeep<One>, Filled<One>] extends [ReadonlyDeep<Other>, Filled<Other>]
  ? [ReadonlyDeep<Other>, Filled<Other>] extends [ReadonlyDeep<One>, Filled<One>]
    ? true
    : false
  : false
/** With every optional field there: without one, a type that lacks the field would pass for the one that has it. */
type Filled<Value> = Value extends readonly (infer Item)[]
  ? readonly Filled<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]-?: Filled<Value[Key]> }
    : Value
type Fits<One, Other> = [One] extends [Other] ? true : false
type ReadonlyDeep<Value> = Value extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
    : Value
/** What is left of a request when a null counts as absent. */
type Present<Value> = Value extends readonly (infer Item)[]
  ? readonly Present<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Present<Exclude<Value[Key], null | undefined>> }
    : Value
type Answer<Schema extends z.ZodType> = ReadonlyDeep<z.output<Schema>>
type EventData<Type extends StreamEvent['type']> = Answer<(typeof streamEventDataSchemas)[Type]>
type WireOf<Type extends StreamEvent['type']> = Wire<Omit<Extract<StreamEvent, { type: Type }>, 'type'>>

it('has one shape for each answer, in type and schema', () => {
  const claims: [
    Same<Answer<typeof testResponseSchema>, TestResponse>,
    Same<Answer<typeof previewResponseSchema>, PreviewResponse>,
    Same<Answer<typeof spanNodeSchema>, SpanNode>,
    Same<Answer<typeof wireAttemptSchema>, Wire<WireAttempt>>,
    Same<Answer<typeof availableModelSchema>, Wire<AvailableModel>>,
    Same<Answer<typeof modelsResponseSchema>, ModelsResponse>,
    Same<Answer<typeof devTokenResponseSchema>, DevTokenResponse>,
    Same<Answer<typeof errorBodySchema>, ErrorBody>,
  ] = [true, true, true, true, true, true, true, true]
  expect(claims).not.toContain(false)
})

it('has one shape for each event, in type and schema', () => {
  const claims: [
    Same<EventData<'response-start'>, WireOf<'response-start'>>,
    Same<EventData<'part-start'>, WireOf<'part-start'>>,
    Same<EventData<'part-delta'>, WireOf<'part-delta'>>,
    Same<EventData<'part-end'>, WireOf<'part-end'>>,
    Same<EventData<'logprobs'>, WireOf<'logprobs'>>,
    Same<EventData<'retry'>, WireOf<'retry'>>,
    Same<EventData<'usage'>, WireOf<'usage'>>,
    Same<EventData<'cost'>, WireOf<'cost'>>,
    Same<EventData<'response-end'>, WireOf<'response-end'>>,
    Same<EventData<'result'>, TestResponse>,
    Same<EventData<'error'>, ErrorBody>,
    Same<EventData<'wire'>, Wire<WireAttempt>>,
  ] = [true, true, true, true, true, true, true, true, true, true, true, true]
  expect(claims).not.toContain(false)
})

type BatchData<Name extends keyof typeof batchEventDataSchemas> = Answer<(typeof batchEventDataSchemas)[Name]>
type BatchWire<Type extends BatchEvent['type']> = Wire<Omit<Extract<BatchEvent, { type: Type }>, 'type'>>
type RowData<Type extends RowEvent['type']> = { readonly row_id: string } & WireOf<Type>

it('has one shape for each event of a batch, in type and schema', () => {
  const claims: [
    Same<BatchData<'row-start'>, BatchWire<'row-start'>>,
    Same<BatchData<'batch-end'>, BatchWire<'batch-end'>>,
    Same<BatchData<'row-error'>, { readonly row_id: string } & ErrorBody>,
    Same<Omit<BatchData<'row-result'>, 'row_id' | 'replayed'>, TestResponse>,
    Same<BatchData<'response-start'>, RowData<'response-start'>>,
    Same<BatchData<'part-start'>, RowData<'part-start'>>,
    Same<BatchData<'part-delta'>, RowData<'part-delta'>>,
    Same<BatchData<'part-end'>, RowData<'part-end'>>,
    Same<BatchData<'logprobs'>, RowData<'logprobs'>>,
    Same<BatchData<'retry'>, RowData<'retry'>>,
    Same<BatchData<'usage'>, RowData<'usage'>>,
    Same<BatchData<'cost'>, RowData<'cost'>>,
    Same<BatchData<'response-end'>, RowData<'response-end'>>,
    Same<BatchData<'round'>, RowData<'round'>>,
  ] = [true, true, true, true, true, true, true, true, true, true, true, true, true, true]
  expect(claims).not.toContain(false)
})

it('accepts every request that the types allow', () => {
  const claims: [
    Fits<CompletionBatchRequest, ReadonlyDeep<z.input<typeof completionBatchRequestSchema>>>,
    Fits<ChatBatchRequest, ReadonlyDeep<z.input<typeof chatBatchRequestSchema>>>,
    Same<keyof typeof completionBatchRequestSchema.shape, keyof CompletionBatchRequest>,
    Same<keyof typeof chatBatchRequestSchema.shape, keyof ChatBatchRequest>,
    Same<keyof typeof completionBatchRequestSchema.shape.rows.element.shape, keyof CompletionBatchRow>,
    Same<keyof typeof chatBatchRequestSchema.shape.rows.element.shape, keyof ChatBatchRow>,
    Fits<CompletionTestRequest, ReadonlyDeep<z.input<typeof completionTestRequestSchema>>>,
    Fits<ChatTestRequest, ReadonlyDeep<z.input<typeof chatTestRequestSchema>>>,
    Fits<RawRequest, ReadonlyDeep<z.input<typeof rawRequestSchema>>>,
    Same<keyof typeof rawRequestSchema.shape, keyof RawRequest>,
    Fits<StopRowsRequest, ReadonlyDeep<z.input<typeof stopRowsRequestSchema>>>,
    Same<keyof typeof stopRowsRequestSchema.shape, keyof StopRowsRequest>,
  ] = [true, true, true, true, true, true, true, true, true, true, true, true]
  expect(claims).not.toContain(false)
})

it('lets through no field that the types do not have, and forgets none', () => {
  const claims: [
    Same<keyof typeof llmConfigSchema.shape, keyof Wire<ModelSettings>>,
    Same<keyof typeof messageSchema.shape, keyof Wire<Message>>,
    Same<keyof typeof chatTestRequestSchema.shape, keyof ChatTestRequest>,
    Same<keyof typeof completionTestRequestSchema.shape, keyof CompletionTestRequest>,
    Fits<Present<z.output<typeof messageSchema>>, Wire<Message>>,
    Fits<Present<z.output<typeof llmConfigSchema>>, Wire<ModelSettings>>,
  ] = [true, true, true, true, true, true]
  expect(claims).not.toContain(false)
})
