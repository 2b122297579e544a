import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { developmentSecret } from './development-secret.ts'

const folder = (): string => join(mkdtempSync(join(tmpdir(), 'vitrine-secret-')), 'data')
const random = (letter: string) => () => letter.repeat(43)

describe('developmentSecret', () => {
  it('is made once and then the same for everybody', () => {
    const at = folder()
    const first = developmentSecret(at, random('a'))
    expect(developmentSecret(at, random('b'))).toEqual(first)
    expect(new TextDecoder().decode(first)).toBe('a'.repeat(43))
  })

  it('is readable by its owner alone and leaves nothing beside it', () => {
    const at = folder()
    developmentSecret(at, random('a'))
    expect(readdirSync(at)).toEqual(['development-secret'])
    expect(statSync(join(at, 'development-secret')).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
  })

  it('refuses a file that holds none', () => {
    const at = folder()
    developmentSecret(at, random('a'))
    writeFileSync(join(at, 'development-secret'), 'short')
    expect(() => developmentSecret(at, random('b'))).toThrow(/Delete it/)
  })
})
