import { DEFAULT_BUDGET, parseTemplate, renderTemplate } from '@vitrine/templating'
import { type BenchResult, compared } from './result.ts'

const TEXT = 'Ticket: {{ticket}}\nCustomer: {{customer}}, order {{order}}. Answer {{customer}} in {{language}}.\n'.repeat(4)
const INPUTS = { ticket: 'The kettle arrived with a crack in the lid.', customer: 'Ann', order: 'A-20417', language: 'English' }
const TIMES = 100_000
const ROUNDS = 5

const timed = (run: () => string): number => {
  const start = performance.now()
  let length = 0
  for (let index = 0; index < TIMES; index++) length += run().length
  if (length === 0) throw new Error('Nothing was rendered.')
  return ((performance.now() - start) * 1e6) / TIMES
}

/** Plain variables, parsed once, against the regular expression that people write for it. */
export async function templatesBench(): Promise<readonly BenchResult[]> {
  const parsed = parseTemplate('curly', TEXT)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const values = new Map<string, string>(Object.entries(INPUTS))
  const ours = () => {
    const rendered = renderTemplate(parsed.template, INPUTS, DEFAULT_BUDGET)
    return rendered.ok ? rendered.text : ''
  }
  const peer = () => TEXT.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values.get(name) ?? '')
  if (ours() !== peer()) throw new Error('The two do not render the same.')
  timed(ours)
  timed(peer)
  const pairs = Array.from({ length: ROUNDS }, () => [timed(ours), timed(peer)] as const)
  return [compared({ bench: 'templates', what: 'plain variables, parsed once', unit: 'ns', goal: 1 / 3, peerName: 'regex replace' }, pairs)]
}
