import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startRawRecorder } from './raw-recorder.ts'

describe('startRawRecorder', () => {
  it('keeps a request that comes in pieces, each header with its spelling lowered and repeated ones visible', async () => {
    const recorder = await startRawRecorder()
    const socket = connect(Number(new URL(recorder.baseUrl).port), '127.0.0.1')
    const answered = new Promise<string>((resolve) => {
      let text = ''
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      socket.on('end', () => resolve(text))
    })
    for (const piece of ['POST /v1/x HTTP/1.1\r\nHost: a\r\nX-', 'Two: 1\r\nx-two: 2\r\nContent-Length: 4\r\n\r', '\nab', 'cd']) {
      socket.write(piece)
      await new Promise(setImmediate)
    }
    expect(await answered).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\{\}$/)
    const [request] = recorder.requests
    expect(request?.requestLine).toBe('POST /v1/x HTTP/1.1')
    expect([...(request?.headers ?? [])]).toEqual([
      ['host', 'a'],
      ['x-two', '1\n2'],
      ['content-length', '4'],
    ])
    expect(Buffer.from(request?.body ?? []).toString()).toBe('abcd')
    await recorder.close()
  })
})
