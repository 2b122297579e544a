import { describe, expect, it } from 'vitest'
import { unfoldData } from './unfold-data.ts'

const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes)
const base64 = btoa('pixel'.repeat(400))
const url = `data:image/png;base64,${base64}`

/** As the service shows it. */
async function folded(kind: string): Promise<string> {
  const hash = await digest(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)))
  const start = Array.from(new Uint8Array(hash).slice(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `<${kind} 2 kB sha256:${start}>`
}

describe('long data', () => {
  it('comes back into the body where the draft has it', async () => {
    const body = JSON.stringify({ image_url: { url: await folded('image/png') }, input_audio: { data: await folded('base64') } })
    expect(JSON.parse(await unfoldData(body, ['short', url], digest))).toEqual({ image_url: { url }, input_audio: { data: base64 } })
  })

  it('gets the head of its address where the draft has it alone', async () => {
    const body = JSON.stringify({ file_data: await folded('application/pdf'), data: await folded('base64') })
    expect(JSON.parse(await unfoldData(body, [base64], digest))).toEqual({
      file_data: `data:application/pdf;base64,${base64}`,
      data: base64,
    })
  })

  it('stays folded where the draft has it not, or has something that would break the body', async () => {
    const body = JSON.stringify({ url: await folded('image/png') })
    const hostile = `data:image/png;x="",base64,${base64}`
    expect(await unfoldData(body, [btoa('other'.repeat(400)), hostile, 'x'.repeat(5000), '='.repeat(2000)], digest)).toBe(body)
  })

  it('is asked for nothing where nothing is folded', async () => {
    const body = '{"a": "<image/png>"}'
    expect(await unfoldData(body, [url], () => Promise.reject(new Error('not asked')))).toBe(body)
  })
})
