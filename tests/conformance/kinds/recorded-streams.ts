import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DIALECTS, type Dialect } from '@vitrine/providers'
import { expectationOf } from '../streams/expectation.ts'
import { playRecording, WAYS } from '../streams/play-recording.ts'
import { readRecordings, type Recording } from '../streams/recording.ts'
import { summaryOf, type Summary } from '../streams/summary.ts'
import type { CaseResult } from './case-kind.ts'

/** Every recorded stream through the dialect that reads it, cut in every way. `directory` holds the streams. */
export async function runRecordedStreams(text: string, directory: string): Promise<readonly CaseResult[]> {
  const results: CaseResult[] = []
  for (const recording of readRecordings(text)) {
    const name = dialectNameOf(recording)
    const dialect = dialectNamed(name)
    if (dialect === null) results.push({ id: recording.id, reason: `there is no dialect ${name}` })
    else results.push(...(await runRecording(recording, dialect, readFileSync(join(directory, recording.file)))))
  }
  return results
}

async function runRecording(recording: Recording, dialect: Dialect, bytes: Uint8Array): Promise<readonly CaseResult[]> {
  const expected = expectationOf(recording)
  const results: CaseResult[] = []
  for (const [way, cut] of WAYS) {
    const got = summaryOf(await playRecording(dialect, cut(bytes)), recording)
    const differing = Object.keys(expected).filter((name) => !isSame(expected[name], got[name]))
    const shown = (summary: Summary): string => JSON.stringify(Object.fromEntries(differing.map((name) => [name, summary[name]])))
    results.push({ id: `${recording.id} (${way})`, passed: differing.length === 0, expected: shown(expected), got: shown(got) })
  }
  return results
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function dialectNameOf({ api, provider }: Recording): string {
  if (api === 'chat') return provider === 'openrouter' ? 'openrouter' : 'openai-chat'
  return api === 'responses' ? 'openai-responses' : api
}

const dialectNamed = (name: string): Dialect | null => Object.entries(DIALECTS).find(([known]) => known === name)?.[1] ?? null
