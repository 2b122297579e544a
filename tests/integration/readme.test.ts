import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot, type ServiceProcess, startService } from '../running/service-process.ts'

const readme = readFileSync(resolve(projectRoot, 'README.md'), 'utf8')
const scripts = (JSON.parse(readFileSync(resolve(projectRoot, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts

function example(name: string): string {
  const found = new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1]
  if (found === undefined) throw new Error(`The README has no example “${name}”.`)
  return found
}

describe('the README', () => {
  let service: ServiceProcess
  beforeAll(async () => {
    service = await startService()
  })
  afterAll(() => service?.stop())

  it('asks the service as it says', () => {
    const script = example('run').replaceAll('http://127.0.0.1:8000', service.origin)
    const answer = JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8' })) as {
      data: string
      version: string
      trace_id: string
    }
    expect(answer).toMatchObject({ version: '3.0', data: expect.stringContaining('3') as string })
    expect(answer.trace_id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm (?:run )?([\w:-]+)(?=[\s`])/g)].map((match) => match[1] ?? '')
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([])
  })

  it('embeds with names that the package exports', () => {
    const names = /import \{ ([^}]*) \}/.exec(example('embed'))?.[1]?.split(', ') ?? []
    const entry = readFileSync(resolve(projectRoot, 'packages/playground/src/index.ts'), 'utf8')
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(entry).toMatch(new RegExp(`\\b${name}\\b`))
  })
})
