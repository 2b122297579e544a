import { describe, expect, it } from 'vitest'
import { chooseProvider } from './choose-provider.ts'
import { createCatalogue } from './create-catalogue.ts'
import { listModels } from './find-model.ts'
import { PROVIDERS } from './providers.ts'

const choose = (name: string, keys: readonly string[] = [], gateway = false) =>
  chooseProvider({ name, usableProviders: new Set(keys), gateway })

describe('an explicit prefix', () => {
  it('names the provider, and the rest is the name to send', () => {
    expect(choose('openai/gpt-4o-mini', ['openai'])).toMatchObject({
      ok: true,
      provider: 'openai',
      model: 'gpt-4o-mini',
      facts: { id: 'openai/gpt-4o-mini' },
    })
  })

  it('sends a name that the catalogue does not know as it is, at an unknown price', () => {
    expect(choose('openai/gpt-9:custom', ['openai'])).toEqual({ ok: true, provider: 'openai', model: 'gpt-9:custom', facts: null })
    expect(choose('openrouter/anthropic/claude', ['openrouter'])).toEqual({
      ok: true,
      provider: 'openrouter',
      model: 'anthropic/claude',
      facts: null,
    })
  })

  it('needs the key of that provider, also where a gateway could take the model', () => {
    expect(choose('openai/gpt-4o-mini', [], true)).toEqual({ ok: false, code: 'secret_missing', provider: 'openai', candidates: [] })
    expect(choose('anthropic/anything', ['openai'], true)).toMatchObject({ ok: false, code: 'secret_missing', provider: 'anthropic' })
    expect(choose('anthropic/anything')).toMatchObject({ ok: false, code: 'secret_missing', provider: 'anthropic' })
  })

  it('reaches the gateway by its own name', () => {
    expect(choose('litellm/team-model', [], true)).toEqual({ ok: true, provider: 'litellm', model: 'team-model', facts: null })
    expect(choose('litellm/team-model')).toMatchObject({ ok: false, code: 'secret_missing', provider: 'litellm' })
  })

  it('with nothing behind it is no model', () => {
    expect(choose('openai/', ['openai'])).toMatchObject({ ok: false, code: 'unknown_model' })
  })
})

describe('the demo', () => {
  it('needs no key', () => {
    expect(choose('demo/echo')).toMatchObject({ ok: true, provider: 'demo', model: 'echo' })
    expect(choose('writer')).toMatchObject({ ok: true, provider: 'demo', model: 'writer' })
  })

  it('has the models it has, and names close ones', () => {
    expect(choose('demo/wirter', ['openai'], true)).toEqual({ ok: false, code: 'unknown_model', candidates: ['demo/writer'] })
  })
})

describe('a bare name', () => {
  it('goes to the provider that the catalogue gives it when that has a key', () => {
    expect(choose('gpt-4o-mini', ['openai'], true)).toMatchObject({ ok: true, provider: 'openai', model: 'gpt-4o-mini' })
  })

  it('goes to the gateway otherwise, with the facts that are known', () => {
    expect(choose('gpt-4o-mini', ['anthropic'], true)).toMatchObject({
      ok: true,
      provider: 'litellm',
      model: 'gpt-4o-mini',
      facts: { name: 'gpt-4o-mini' },
    })
    expect(choose('house-model', ['openai'], true)).toEqual({ ok: true, provider: 'litellm', model: 'house-model', facts: null })
  })

  it('without key and gateway is a missing secret where it is known, else an unknown model', () => {
    expect(choose('gpt-4o-mini')).toMatchObject({ ok: false, code: 'secret_missing', provider: 'openai' })
    expect(choose('gpt-4o-mini-2024-07-18')).toMatchObject({ ok: false, code: 'secret_missing', provider: 'openai' })
    expect(choose('house-model')).toEqual({ ok: false, code: 'unknown_model', candidates: [] })
    expect(choose('')).toMatchObject({ ok: false, code: 'unknown_model' })
    expect(choose('', [], true)).toMatchObject({ ok: false, code: 'unknown_model' })
  })

  it('that is mistyped gets the names it may have meant, as ids', () => {
    const choice = choose('gtp-4o-mini', ['openai'])
    expect(choice).toMatchObject({ ok: false, code: 'unknown_model' })
    expect(choice.ok ? [] : choice.candidates[0]).toBe('openai/gpt-4o-mini')
  })

  it('may hold a slash that is no provider of ours', () => {
    expect(choose('meta-llama/Llama-4', [], true)).toEqual({ ok: true, provider: 'litellm', model: 'meta-llama/Llama-4', facts: null })
  })
})

describe('a gateway and no other key', () => {
  it('gets every name the catalogue does not know, unchanged, whatever its prefix', () => {
    expect(choose('anthropic/claude-x', ['litellm', 'demo'], true)).toEqual({
      ok: true,
      provider: 'litellm',
      model: 'anthropic/claude-x',
      facts: null,
    })
    expect(choose('openai/alias', [], true)).toEqual({ ok: true, provider: 'litellm', model: 'openai/alias', facts: null })
  })

  it('does not get names that only look inherited', () => {
    expect(choose('constructor')).toMatchObject({ ok: false, code: 'unknown_model' })
    expect(choose('__proto__/toString')).toMatchObject({ ok: false, code: 'unknown_model' })
  })
})

describe('the makers that a gateway knows by the same prefix', () => {
  it('are asked themselves with a key of their own', () => {
    expect(choose('google/gemini-3.8-flash', ['google'], true)).toMatchObject({
      ok: true,
      provider: 'google',
      model: 'gemini-3.8-flash',
      facts: { id: 'google/gemini-3.8-flash' },
    })
    expect(choose('groq/openai/gpt-oss-120b', ['groq'])).toMatchObject({ ok: true, provider: 'groq', model: 'openai/gpt-oss-120b' })
    expect(choose('gemini-3.8-flash', ['google'], true)).toMatchObject({ ok: true, provider: 'google' })
  })

  it('are asked through the gateway without one, by the name as it was written, with the facts that are known', () => {
    for (const keys of [[], ['openai']]) {
      expect(choose('groq/openai/gpt-oss-120b', keys, true)).toMatchObject({
        ok: true,
        provider: 'litellm',
        model: 'groq/openai/gpt-oss-120b',
        facts: { name: 'openai/gpt-oss-120b' },
      })
      expect(choose('mistral/house-tuned', keys, true)).toEqual({
        ok: true,
        provider: 'litellm',
        model: 'mistral/house-tuned',
        facts: null,
      })
    }
  })

  it('miss a key where there is no gateway either', () => {
    expect(choose('deepseek/deepseek-v4-pro', ['openai'])).toMatchObject({ ok: false, code: 'secret_missing', provider: 'deepseek' })
    expect(choose('grok-4.7')).toMatchObject({ ok: false, code: 'secret_missing', provider: 'xai' })
    expect(choose('xai/', [], true)).toMatchObject({ ok: false, code: 'unknown_model' })
  })
})

describe('a model that only OpenRouter has', () => {
  it('goes there, by its whole name or by its id', () => {
    for (const name of ['openrouter/moonshotai/kimi-k3', 'moonshotai/kimi-k3']) {
      expect(choose(name, ['openrouter'])).toMatchObject({ ok: true, provider: 'openrouter', model: 'moonshotai/kimi-k3' })
    }
  })
})

describe('a catalogue with changes', () => {
  const [first] = listModels()
  if (first === undefined) throw new Error('the catalogue is empty')
  const house = createCatalogue([{ ...first, id: 'litellm/house', name: 'house', provider: 'litellm', price: null }])
  const among = (name: string, gateway: boolean) => chooseProvider({ name, usableProviders: new Set(), gateway }, house)

  it('decides instead of ours', () => {
    expect(among('house', true)).toMatchObject({ ok: true, provider: 'litellm', model: 'house', facts: { id: 'litellm/house' } })
    expect(among('house', false)).toMatchObject({ ok: false, code: 'secret_missing', provider: 'litellm' })
    expect(among('gpt-4o', false)).toEqual({ ok: false, code: 'unknown_model', candidates: [] })
    expect(among('hose', false)).toEqual({ ok: false, code: 'unknown_model', candidates: ['litellm/house'] })
  })
})

describe('a name of millions of characters', () => {
  it('has no close names, so that nothing is compared with it', () => {
    expect(choose('g'.repeat(4_000_000))).toEqual({ ok: false, code: 'unknown_model', candidates: [] })
  })
})

it('knows the provider of every model in the catalogue', () => {
  for (const model of listModels()) expect(PROVIDERS).toContain(model.provider)
})
