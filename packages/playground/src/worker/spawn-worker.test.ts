import { afterEach, describe, expect, it } from 'vitest'
import { refusalOf, spawnWorker } from './spawn-worker.ts'
import { trustedScriptUrl } from './trusted-script-url.ts'

const types = globalThis.trustedTypes
afterEach(() => {
  globalThis.trustedTypes = types
})
/** A page that allows policies of one name, each once. */
function allowPolicy(allowed: string): { readonly made: string[] } {
  const made: string[] = []
  globalThis.trustedTypes = {
    createPolicy(name, rules) {
      if (name !== allowed || made.includes(name)) throw new TypeError(`Policy "${name}" disallowed.`)
      made.push(name)
      return { createScriptURL: (href) => new URL(rules.createScriptURL(href)) }
    },
  }
  return { made }
}

describe('trustedScriptUrl', () => {
  it('gives the address as it is where nothing is asked of it', () => {
    globalThis.trustedTypes = undefined
    const url = new URL('https://host.test/w.js')
    expect(trustedScriptUrl(url, 'any')).toBe(url)
  })

  it('makes a policy once for all mounts of a page', () => {
    const { made } = allowPolicy('policy-of-this-test')
    for (const name of ['one', 'two'])
      expect(trustedScriptUrl(new URL(`https://host.test/${name}.js`), 'policy-of-this-test').href).toBe(`https://host.test/${name}.js`)
    expect(made).toEqual(['policy-of-this-test'])
  })

  it('throws what the page throws where the name is not allowed', () => {
    allowPolicy('another')
    expect(() => trustedScriptUrl(new URL('https://host.test/w.js'), 'not-allowed')).toThrow(TypeError)
  })
})

describe('refusalOf', () => {
  it('tells apart why a page refuses', () => {
    allowPolicy('any')
    expect(refusalOf(new TypeError('This document requires TrustedScriptURL.'))).toBe('trusted-types')
    expect(refusalOf(new DOMException('Script at … cannot be accessed from origin', 'SecurityError'))).toBe('cross-origin')
    expect(refusalOf(new ReferenceError('There are no workers here.'))).toBe('load')
    globalThis.trustedTypes = undefined
    expect(refusalOf(new TypeError('anything'))).toBe('load')
    expect(refusalOf('thrown text')).toBe('load')
  })
})

describe('spawnWorker', () => {
  it('takes the worker that the host makes', () => {
    const made = {} as Worker
    expect(spawnWorker({ create: () => made, url: 'https://host.test/ignored.js' })).toBe(made)
  })

  it('says so where there are no workers at all', () => {
    expect(() => spawnWorker({})).toThrow(ReferenceError)
  })
})
