import { describe, expect, it } from 'vitest'
import { readTask } from './read-task.ts'

const task = (system: string | null, user: string) =>
  readTask([...(system === null ? [] : [{ role: 'system', content: system }]), { role: 'user', content: user }], null)

describe('readTask', () => {
  it('takes what the user plainly asks before what the system message asks', () => {
    expect(task('Summarise the text.', 'Count the words: one two')).toMatchObject({ instruction: 'Count the words', data: 'one two' })
  })

  it('takes all the user said for data where the system message sets the task', () => {
    expect(task('Summarise the message of the user.', 'How are you? I am well.')).toMatchObject({
      instruction: 'Summarise the message of the user.',
      data: 'How are you? I am well.',
    })
  })

  it('takes a filled-in form for data, whatever its words would ask for alone', () => {
    const form = 'Ticket: Order A-1 came broken. Please refund one of the payments.\nCustomer: Elena Petrova'
    expect(task('Pick the intent: refund or change.', form)).toMatchObject({
      instruction: 'Pick the intent: refund or change.',
      data: form,
    })
  })

  it('is not led astray by data that sounds like a task', () => {
    expect(task('Pick the intent: refund or change.', 'I could not sort my order. Please count it.').instruction).toContain(
      'Pick the intent',
    )
  })

  it('takes a system message with several skills for a description', () => {
    expect(task('You can summarise, count and sort.', 'count the words in one two').instruction).toBe('count the words in one two')
  })

  it('leaves the name before the only text out, but not one of several', () => {
    expect(task(null, 'Ticket: it broke').data).toBe('it broke')
    expect(task(null, 'Name: Ada\nAge: 3').data).toBe('Name: Ada\nAge: 3')
  })

  it('reads the developer role like the system role, and parts of text', () => {
    const read = readTask(
      [
        { role: 'developer', content: 'Summarise the text.' },
        { role: 'user', content: [{ type: 'text', text: 'One.' }] },
      ],
      3,
    )
    expect(read).toMatchObject({ instruction: 'Summarise the text.', data: 'One.', seed: 3 })
  })

  it('has nothing to do where nobody says anything', () => {
    expect(readTask([{ role: 'assistant', content: 'Hi' }], null)).toMatchObject({ instruction: '', data: '', said: '' })
  })
})
