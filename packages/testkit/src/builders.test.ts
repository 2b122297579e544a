import type { Provider } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { aCall, aContext, runToEnd, TEST_KEY, userMessage } from './builders.ts'

describe('builders', () => {
  it('make a call that can be changed in any field', () => {
    const call = aCall({ baseUrl: 'http://x/v1' }, { model: 'other', messages: [userMessage('Bye')] })
    expect(call).toMatchObject({
      endpoint: { baseUrl: 'http://x/v1', apiKey: TEST_KEY },
      model: 'other',
      messages: [{ content: 'Bye' }],
      stream: true,
    })
  })

  it('make a context that is not aborted', () => {
    expect(aContext({ wire: 'full' })).toMatchObject({ wire: 'full', requestId: 'req-testkit-1', signal: { aborted: false } })
  })

  it('say so where a call is refused before it is sent', async () => {
    const refusing: Provider = {
      dialect: 'x',
      prepare: () => ({ ok: false, error: { code: 'invalid_tools', message: 'no such tool' } }),
      run: () => {
        throw new Error('never run')
      },
    }
    await expect(runToEnd(refusing, aCall({}))).rejects.toThrow('the call was refused: no such tool')
  })
})
