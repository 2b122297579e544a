import type { z } from 'zod'
import type { RunMode } from '../run-request.ts'
import { chatBatchRequestSchema, completionBatchRequestSchema } from '../schemas/batch-request.ts'
import { rawRequestSchema } from '../schemas/raw-request.ts'
import { devTokenResponseSchema, modelsResponseSchema } from '../schemas/service-documents.ts'
import { chatTestRequestSchema, completionTestRequestSchema } from '../schemas/test-request.ts'
import { previewResponseSchema } from '../schemas/test-response.ts'
import { answer, batchAnswer, failure, failures, inFlight, runAnswer } from './answers.ts'
import { componentRef } from './component-schemas.ts'
import type { JsonObject, OpenApiDocument, OpenApiOperation } from './open-api-document.ts'
import { BATCH_HEADERS, COUNT, IDEMPOTENCY_KEY, PROJECT, RUN_HEADERS } from './parameters.ts'

const REQUESTS: Readonly<Record<RunMode, z.ZodType>> = { completion: completionTestRequestSchema, chat: chatTestRequestSchema }

const BATCH_REQUESTS: Readonly<Record<RunMode, z.ZodType>> = { completion: completionBatchRequestSchema, chat: chatBatchRequestSchema }

const body = (mode: RunMode): JsonObject => ({
  required: true,
  content: { 'application/json': { schema: componentRef(REQUESTS[mode]) } },
})

const run = (mode: RunMode, maxBodyBytes: number | undefined): OpenApiOperation => ({
  operationId: `${mode}Test`,
  summary: mode === 'chat' ? 'Run the next turn of a chat' : 'Run a prompt',
  description: 'Renders the prompt with inputs, calls the model and answers with output, usage, cost and trace.',
  parameters: [PROJECT, ...RUN_HEADERS, IDEMPOTENCY_KEY],
  requestBody: body(mode),
  responses: { 200: runAnswer(), ...failures(), ...inFlight() },
  'x-vitrine': { mode },
  ...(maxBodyBytes === undefined ? {} : { 'x-vitrine-limits': { max_body_bytes: maxBodyBytes } }),
})

const batch = (mode: RunMode): OpenApiOperation => ({
  operationId: `${mode}Batch`,
  summary: 'Run a prompt for many rows',
  description:
    'Takes the prompt once and a row of inputs for each run, and answers with one stream. A row fails alone; a fault of the prompt or its settings refuses the batch before anything is sent.',
  parameters: [PROJECT, ...BATCH_HEADERS],
  requestBody: { required: true, content: { 'application/json': { schema: componentRef(BATCH_REQUESTS[mode]) } } },
  responses: { 200: batchAnswer(), ...failures() },
})

const preview = (mode: RunMode): OpenApiOperation => ({
  operationId: `${mode}Preview`,
  summary: 'Show what would be sent',
  description: 'Takes the same body and asks no model: rendered messages, the provider request, settings, tokens and price.',
  parameters: [PROJECT, COUNT],
  requestBody: body(mode),
  responses: { 200: answer('What would be sent.', previewResponseSchema), ...failures() },
})

const raw = (mode: RunMode): OpenApiOperation => ({
  operationId: `${mode}Raw`,
  summary: 'Send an edited request',
  description: "Sends a body in the provider's own words through the same checks as a run; the answer is marked raw.",
  parameters: [PROJECT, ...RUN_HEADERS],
  requestBody: { required: true, content: { 'application/json': { schema: componentRef(rawRequestSchema) } } },
  responses: { 200: runAnswer(), ...failures() },
})

const models: OpenApiOperation = {
  operationId: 'listModels',
  summary: 'List the models of a project',
  parameters: [PROJECT],
  responses: {
    200: answer('Every model the service knows, and whether this project can use it.', modelsResponseSchema),
    401: failure('There is no valid token.'),
    403: failure('The project is not allowed.'),
    422: failure('project_id is missing.'),
  },
}

const devToken: OpenApiOperation = {
  operationId: 'issueDevelopmentToken',
  summary: 'Issue a token for the local project',
  description: 'Development mode only, for callers on the same machine.',
  security: [],
  responses: { 200: answer('A token.', devTokenResponseSchema), 404: failure('There is no such route outside development.') },
}

const probe = (operationId: string, summary: string, responses: OpenApiOperation['responses']): OpenApiOperation => ({
  operationId,
  summary,
  security: [],
  responses,
})

export const paths = (mode: RunMode, maxBodyBytes?: number): OpenApiDocument['paths'] => ({
  [`/services/${mode}/test`]: { post: run(mode, maxBodyBytes) },
  [`/services/${mode}/batch`]: { post: batch(mode) },
  [`/services/${mode}/preview`]: { post: preview(mode) },
  [`/services/${mode}/raw`]: { post: raw(mode) },
  [`/services/${mode}/openapi.json`]: {
    get: probe(`${mode}OpenApi`, 'This document', {
      200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
    }),
  },
  '/services/models': { get: models },
  '/services/dev-token': { get: devToken },
  '/health': { get: probe('health', 'Whether the process is alive', { 200: { description: 'It is.' } }) },
  '/ready': {
    get: probe('ready', 'Whether requests are taken', {
      200: { description: 'They are.' },
      503: { description: 'Not now: it is draining.' },
    }),
  },
})
