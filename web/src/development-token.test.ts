import { expect, it } from 'vitest'
import { createDevelopmentToken } from './development-token.ts'

const origin = 'http://127.0.0.1:8000'
const answering = (...answers: (Response | Error)[]) => {
  const asked: string[] = []
  const fetch = ((input: string) => {
    asked.push(input)
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    return answer instanceof Response ? Promise.resolve(answer.clone()) : Promise.reject(answer ?? new Error('no answer'))
  }) as typeof globalThis.fetch
  return { asked, session: createDevelopmentToken({ origin, fetch }) }
}
const token = (value: string) => Response.json({ token: value, project_id: 'p', expires_at: '2026-01-01T00:00:00Z' })

it('opens with the project of the token', async () => {
  const { session, asked } = answering(token('a'))
  expect(await session.open()).toEqual({ ok: true, projectId: 'p' })
  expect(asked).toEqual([`${origin}/services/dev-token`])
})

it('asks once for callers that come together', async () => {
  const { session, asked } = answering(token('a'))
  await Promise.all([session.open(), session.open()])
  expect(asked).toHaveLength(1)
})

it('fetches a fresh token each time one is wanted', async () => {
  const { session } = answering(token('a'), token('b'))
  expect(await session.getToken()).toBe('a')
  expect(await session.getToken()).toBe('b')
})

it('says what to do in production, where there are no such tokens', async () => {
  const { session } = answering(new Response('', { status: 404 }))
  expect(await session.open()).toMatchObject({ ok: false, refusal: { kind: 'production' } })
})

it('says which address is silent, and asks again afterwards', async () => {
  const { session } = answering(new TypeError('failed'), token('a'))
  expect(await session.open()).toMatchObject({ ok: false, refusal: { kind: 'silent', origin } })
  expect(await session.open()).toEqual({ ok: true, projectId: 'p' })
})
