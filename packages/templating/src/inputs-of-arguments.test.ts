import { describe, expect, it } from 'vitest'
import { inputsOfArguments } from './inputs-of-arguments.ts'

describe('inputsOfArguments', () => {
  it('reads an object without losing a digit', () => {
    expect(inputsOfArguments('{"city": "Bern", "id": 12345678901234567890}')).toEqual({ city: 'Bern', id: 12345678901234567890n })
  })

  it('takes no text for no arguments', () => {
    expect([inputsOfArguments(''), inputsOfArguments(' \n')]).toEqual([{}, {}])
  })

  it.each(['[1]', '"x"', '1', 'null', '{', 'city=Bern'])('gives nothing for %s', (text) => {
    expect(inputsOfArguments(text)).toBeNull()
  })
})
