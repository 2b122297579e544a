import { describe, expect, it } from 'vitest'
import { opening } from './opening.ts'

/** Opens at the `|` in the text. */
const at = (format: 'curly' | 'fstring' | 'jinja2' | 'mustache', text: string) => opening(format, text.replace('|', ''), text.indexOf('|'))
const applied = (format: 'curly' | 'fstring' | 'jinja2' | 'mustache', text: string, name: string) => {
  const line = text.replace('|', '')
  const found = at(format, text)
  return found && `${line.slice(0, found.from)}${found.lead}${name}${found.tail}${line.slice(found.to)}`
}

describe('completing a variable', () => {
  it.each([
    ['curly', 'Ticket: {{|', 'Ticket: {{ticket}}'],
    ['curly', 'Ticket: {{ti|', 'Ticket: {{ticket}}'],
    ['curly', 'Ticket: {{ti|}} and more', 'Ticket: {{ticket}} and more'],
    ['curly', 'Ticket: {{ ti|', 'Ticket: {{ ticket }}'],
    ['mustache', '{{a}} {{t|', '{{a}} {{ticket}}'],
    ['jinja2', 'Ticket: {{|', 'Ticket: {{ ticket }}'],
    ['fstring', 'Ticket: {|', 'Ticket: {ticket}'],
    ['fstring', 'Ticket: {ti|}', 'Ticket: {ticket}'],
  ] as const)('in %s closes what is open: %s', (format, text, expected) => {
    expect(applied(format, text, 'ticket')).toBe(expected)
  })

  it.each([
    ['curly', 'Ticket: {|'],
    ['curly', 'Ticket: {{a}} |'],
    ['curly', 'nothing|'],
    ['curly', '{|{'],
    ['fstring', 'a literal {{|'],
    ['fstring', '{a} and |'],
    ['jinja2', '{{ a | upper(|'.replace('| upper', 'x upper')],
  ] as const)('in %s offers nothing where nothing is open: %s', (format, text) => {
    expect(at(format, text)).toBeNull()
  })
})
