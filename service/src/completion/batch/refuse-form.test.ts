import { describe, expect, it } from 'vitest'
import { refuseForm } from './refuse-form.ts'

describe('refuseForm', () => {
  it.each([
    null,
    '',
    '*/*',
    'text/*',
    'text/event-stream',
    'TEXT/Event-Stream; q=0.5',
    'application/json, text/event-stream',
    'text/html, */*;q=0.1',
  ])('takes %s', (accept) => expect(refuseForm(accept)).toBeNull())

  it.each(['application/json', 'text/html', 'text/event-stream;q=0', 'text/event-stream; q=0.0, application/json', 'nonsense'])(
    'refuses %s',
    (accept) => expect(refuseForm(accept)?.error.code).toBe('not_acceptable'),
  )
})
