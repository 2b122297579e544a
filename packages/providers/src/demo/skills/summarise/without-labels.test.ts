import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutLabels } from './without-labels.ts'

describe('withoutLabels', () => {
  it('takes away the names of lines, and lines that say nothing', () => {
    expect(withoutLabels('Ticket: The kettle arrived with a cracked lid. I want my money back.\nCustomer: Maren Holt')).toBe(
      'The kettle arrived with a cracked lid. I want my money back.',
    )
    expect(withoutLabels('- **Order date**: 5 May\n- **Complaint**: It came in pieces.')).toBe('It came in pieces.')
    expect(withoutLabels('Subject: Refund\n\nBody: Please pay me back!')).toBe('\nPlease pay me back!')
  })
  it('keeps values where there is nothing else', () => {
    expect(withoutLabels('Name: Ada\nCity: Oslo')).toBe('Ada\nOslo')
  })
  it('leaves running text as it is', () => {
    for (const text of [
      'We met at 10:30. All went well.',
      'There is only one thing to say about it: it broke.',
      'See https://example.org for more.',
      'Yes:no',
    ])
      expect(withoutLabels(text)).toBe(text)
  })
  it('says nothing that the text does not say', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Ticket', ': ', 'a word', '\n', '- ', '**', '.', ' ')), (parts) => {
        const text = parts.join('')
        for (const line of withoutLabels(text).split('\n')) expect(text).toContain(line)
      }),
    )
  })
})
