import type { FormatId } from './format-id.ts'

export const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

const BY_ENDING: ReadonlyMap<string, FormatId> = new Map([
  ['yaml', 'promptfoo'],
  ['yml', 'promptfoo'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['py', 'python'],
  ['html', 'report'],
  ['htm', 'report'],
])

const PAGE = /^<(!doctype html|html)\b/i
const CURL = /^(\$ )?curl(\.exe)?\s/
/** The first lines of a configuration written by hand name what it has. */
const PROMPTFOO = /^(prompts|providers|targets|tests|defaultTest|scenarios) *:/m
/** A program that asks a model: it begins with what it needs, or with the call itself. */
const PYTHON = /^(?:#.*\n|\s*\n)*(?:import |from [\w.]+ import |(?:\w+ *= *)?(?:await )?\w+\.(?:[\w.]+\.)?(?:create|parse|stream)\()/
const PYTHON_CALL = /\b(?:completions|responses|messages)\.(?:create|parse|stream)\(/
/** Enough to tell. */
const SAMPLE = 65_536

/** The format of a text that is not JSON, by its ending where that says it. */
export function textFormat(ending: string, text: string): FormatId {
  const named = BY_ENDING.get(ending)
  if (named !== undefined) return named
  const sample = text.trimStart().slice(0, SAMPLE)
  if (PAGE.test(sample)) return 'report'
  if (CURL.test(sample)) return 'curl'
  if (PYTHON.test(sample) && PYTHON_CALL.test(sample)) return 'python'
  if (PROMPTFOO.test(sample)) return 'promptfoo'
  return sample.includes('\t') && !sample.slice(0, sample.search(/[\r\n]|$/)).includes(',') ? 'tsv' : 'csv'
}
