import { createClient } from '@vitrine/client'
import { atom, createStore } from 'jotai'
import { describe, expect, it } from 'vitest'
import { settled } from '../../execution/fake-realm.ts'
import type { EnhancedPrompt } from '../../state/prompt.ts'
import { type Play, playedService } from '../../worker/played-service.ts'
import { createSchemaAtom } from './create-schema-atom.ts'

const DRAFT: EnhancedPrompt = {
  sessionId: 's',
  mode: 'chat',
  messages: [],
  llmConfig: { model: 'm' },
  templateFormat: 'curly',
  variables: [],
}

function setUp(play: Play) {
  const client = createClient({ serviceUrl: 'https://s.test', projectId: 'p', getToken: async () => null, fetch: playedService(play) })
  const store = createStore()
  const gone = new AbortController()
  const schemaAtom = createSchemaAtom(client, atom(DRAFT), gone.signal)
  return { store, schemaAtom, gone, look: () => store.sub(schemaAtom, () => undefined) }
}

describe('the schema', () => {
  it('is asked for once, however many look', async () => {
    let asked = 0
    const { store, schemaAtom, look } = setUp((_sent, answer) => {
      asked++
      answer.refuse(200, { openapi: '3.1.0' })
    })
    const ends = [look(), look()]
    await settled()
    for (const end of ends) end()
    look()
    await settled()
    expect(store.get(schemaAtom)).toEqual({ openapi: '3.1.0' })
    expect(asked).toBe(1)
  })

  it('is asked for again by the next who looks, where it did not come', async () => {
    let asked = 0
    const { store, schemaAtom, look } = setUp((_sent, answer) => {
      if (++asked === 1) answer.fail()
      else answer.refuse(200, { openapi: '3.1.0' })
    })
    look()()
    await settled()
    expect(store.get(schemaAtom)).toBeNull()
    look()
    await settled()
    expect(store.get(schemaAtom)).toEqual({ openapi: '3.1.0' })
  })

  it('stays unknown where the bindings are gone', async () => {
    const { store, schemaAtom, look, gone } = setUp((_sent, answer) => answer.refuse(200, { openapi: '3.1.0' }))
    gone.abort()
    look()
    await settled()
    expect(store.get(schemaAtom)).toBeNull()
  })
})
