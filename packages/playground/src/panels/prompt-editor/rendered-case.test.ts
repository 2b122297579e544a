import { describe, expect, it } from 'vitest'
import { renderedText } from './rendered-case.ts'

describe('a message rendered for a case', () => {
  it('is what the service would send', () =>
    expect(renderedText('curly', 'Ticket: {{ticket}}', { ticket: '{{x}} $&' })).toEqual({ kind: 'text', text: 'Ticket: {{x}} $&' }))
  it('names the values that are missing', () =>
    expect(renderedText('curly', '{{b}} {{a}}', {})).toEqual({ kind: 'missing', names: ['a', 'b'] }))
  it('says where a template is broken', () =>
    expect(renderedText('fstring', 'one\n{x', {})).toMatchObject({ kind: 'problem', problem: { position: { line: 2 } } }))
})
