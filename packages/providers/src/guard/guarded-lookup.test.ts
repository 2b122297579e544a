import type { LookupAddress, LookupOptions } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { guardedLookup, type ResolveHost } from './guarded-lookup.ts'

type Answer = { readonly failure: Error | null; readonly found: unknown }

const ask = (resolve: ResolveHost, options: LookupOptions = { all: true }): Promise<Answer> =>
  new Promise((answered) => {
    guardedLookup(resolve)('host.example', options, (failure: Error | null, found: string | LookupAddress[]) =>
      answered({ failure, found }),
    )
  })

const leadsTo =
  (...addresses: readonly string[]): ResolveHost =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })))

describe('guardedLookup', () => {
  it('gives back what was checked, all of it or the first', async () => {
    const both = [
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ]
    expect(await ask(leadsTo('8.8.8.8', '2606:4700::1111'))).toEqual({ failure: null, found: both })
    expect(await ask(leadsTo('8.8.8.8', '2606:4700::1111'), {})).toEqual({ failure: null, found: '8.8.8.8' })
  })

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '127.0.0.1']],
    [['127.0.0.1', '8.8.8.8']],
    [['::ffff:127.0.0.1']],
    [['8.8.8.8', '64:ff9b::a9fe:a9fe']],
    [['fe80::1%eth0']],
    [['0x08.8.8.8']],
    [['134744072']],
    [['other.example']],
    [[]],
  ])('refuses a name that leads to %j', async (addresses) => {
    expect((await ask(leadsTo(...addresses))).failure).toMatchObject({
      name: 'TransportFailure',
      kind: 'forbidden',
      message: /host\.example leads to/,
    })
  })

  it('asks once for each connection, so that what is connected to is what was checked', async () => {
    let asked = 0
    const flipping: ResolveHost = (host) => leadsTo((asked += 1) % 2 === 1 ? '8.8.8.8' : '127.0.0.1')(host)
    expect((await ask(flipping)).found).toEqual([{ address: '8.8.8.8', family: 4 }])
    expect(asked).toBe(1)
    expect((await ask(flipping)).failure).toMatchObject({ kind: 'forbidden' })
  })

  it('passes on why a name could not be resolved', async () => {
    expect((await ask(() => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })))).failure).toMatchObject({
      code: 'ENOTFOUND',
    })
  })
})
