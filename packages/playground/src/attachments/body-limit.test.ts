import { createOpenApi } from '@vitrine/contracts/openapi'
import { describe, expect, it } from 'vitest'
import type { OpenAPISpec } from '../bindings.ts'
import { bodyLimitOf } from './body-limit.ts'

const documentOf = (operation: object): OpenAPISpec => ({ openapi: '3.1.1', paths: { '/a': null, '/test': { post: operation } } })

describe('what a service takes in one request', () => {
  it.each(['completion', 'chat'] as const)('is read from its document of %s', (mode) => {
    expect(bodyLimitOf({ ...createOpenApi({ mode, maxBodyBytes: 1000 }) })).toBe(1000)
    expect(bodyLimitOf({ ...createOpenApi({ mode }) })).toBeNull()
  })

  it.each([
    null,
    { openapi: '3.1.1' },
    { openapi: '3.1.1', paths: 'x' },
    documentOf({ 'x-vitrine': {}, 'x-vitrine-limits': { max_body_bytes: '5' } }),
    documentOf({ 'x-vitrine': {}, 'x-vitrine-limits': { max_body_bytes: 0 } }),
    documentOf({ 'x-vitrine': {}, 'x-vitrine-limits': null }),
    documentOf({ 'x-vitrine-limits': { max_body_bytes: 5 } }),
  ])('is not known of %j', (schema) => {
    expect(bodyLimitOf(schema)).toBeNull()
  })
})
