import { CLIENT_FAILURE_CODES } from '@vitrine/client'
import { ERROR_CODES } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { english } from '../../messages/catalogue.ts'
import { viewFailure } from './failure.ts'

const fail = (code: string, meta?: Record<string, unknown>) => ({ code, message: `About ${code}.`, ...(meta && { meta }) })

describe('the title of a failure', () => {
  it.each([...ERROR_CODES, ...CLIENT_FAILURE_CODES])('says %s in plain words', (code) => {
    const { title } = viewFailure(fail(code))
    expect(title).toBe(code)
    expect(english.errors[title]).not.toContain('_')
  })
  it('names a code that nobody told us about', () => {
    expect(viewFailure(fail('brand_new')).title).toBe('other')
    expect(viewFailure(fail('constructor')).title).toBe('other')
  })
  it('tells a stream that broke off from a refusal', () => {
    expect(viewFailure(fail('provider_error', { interrupted: true })).title).toBe('interrupted')
    expect(viewFailure(fail('provider_error', { interrupted: 'yes' })).title).toBe('provider_error')
  })
  it('counts attempts where there were several', () => {
    expect(viewFailure(fail('provider_error', { attempts: 4 })).attempts).toBe(4)
    expect(viewFailure(fail('provider_error', { attempts: 1 })).attempts).toBeNull()
    expect(viewFailure(fail('provider_error', { attempts: 'many' })).attempts).toBeNull()
  })
})

describe('the words of a failure', () => {
  it("are the provider's own, with its status and code", () => {
    const meta = { provider_status: 500, provider_code: 'server_error', provider_message: 'The server had an error.' }
    expect(viewFailure(fail('provider_error', meta)).told.message).toBe('500 server_error · The server had an error.')
    expect(viewFailure(fail('provider_error', { provider_message: 'Sorry.' })).told.message).toBe('Sorry.')
  })
  it('are ours where the provider said nothing', () => {
    expect(viewFailure(fail('provider_timeout', { provider_message: '' })).told.message).toBe('About provider_timeout.')
  })
  it('list the fields that were refused', () => {
    const meta = { issues: [{ path: 'llm_config.top_p', message: 'at most 1' }, { path: '', message: 'no model' }, 'noise'] }
    expect(viewFailure(fail('invalid_request', meta)).told.message).toBe('llm_config.top_p: at most 1; no model')
  })
})

describe('the one thing to do', () => {
  it.each([
    ['secret_missing', 'use-demo'],
    ['model_not_allowed', 'choose-model'],
    ['unknown_model', 'choose-model'],
    ['missing_variables', 'fill'],
    ['unsupported_parameter', 'go-to-settings'],
    ['invalid_response_schema', 'go-to-settings'],
    ['context_length_exceeded', 'go-to-longest'],
    ['provider_error', 'rerun'],
    ['offline', 'rerun'],
    ['brand_new', 'rerun'],
  ])('about %s is %s', (code, kind) => {
    expect(viewFailure(fail(code)).fix).toEqual({ kind })
  })
  it('leads to the message that a template failure names', () => {
    expect(viewFailure(fail('template_syntax', { location: 'messages[1].content[0].text' })).fix).toEqual({
      kind: 'go-to-message',
      index: 1,
    })
    expect(viewFailure(fail('template_syntax', { location: 'response_format.json_schema' })).fix).toEqual({ kind: 'go-to-settings' })
  })
  it('leads to the field that was refused first', () => {
    const meta = { issues: [{ path: 'ag_config.prompt.messages.2.content', message: 'too long' }] }
    expect(viewFailure(fail('invalid_request', meta)).fix).toEqual({ kind: 'go-to-message', index: 2 })
    expect(viewFailure(fail('invalid_request')).fix).toEqual({ kind: 'go-to-settings' })
  })
  it('comes with more to read where the page alone cannot mend it', () => {
    expect(viewFailure(fail('unreachable')).help).toBe('unreachableHelp')
    expect(viewFailure(fail('provider_error')).help).toBeNull()
  })
})
