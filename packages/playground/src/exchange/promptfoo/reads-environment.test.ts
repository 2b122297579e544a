import { describe, expect, it } from 'vitest'
import { environmentNames, readsEnvironment } from './reads-environment.ts'

describe('a text', () => {
  it.each<readonly [string, readonly string[]]>([
    ['{{env.HOME}}', ['env.HOME']],
    ["x {{ env['MY-KEY'] | default('y') }} {{ env.B }}", ["env['MY-KEY']", 'env.B']],
    ['{{ a {{ env.C }}', ['env.C']],
    ['{{ x or env.D }}', ['env.D']],
    ['{{ environment.x }} {{ env }} env.HOME { env.X }', []],
    ['{{ env.never', []],
  ])('%j names %j', (text, names) => {
    expect(environmentNames(text)).toEqual(names)
    expect(readsEnvironment(text)).toBe(names.length > 0)
  })

  it('of braces that never close is read in one pass', () => {
    expect(environmentNames('{{ env.a '.repeat(200_000))).toEqual([])
  })
})
