import type { Say } from '../../messages/use-text.ts'
import type { Cell, CellState } from '../../state/cell.ts'

export interface StateFacts {
  readonly state: CellState
  readonly cell: Cell
  /** Names without a value. */
  readonly missing: readonly string[]
  /** `prompt`, `settings` and names of inputs. */
  readonly changes: readonly string[]
  readonly nowMs: number
}

/** The word of a state, as the cell says it. A failure's word is its cause, see `viewFailure`. */
export function stateWord({ state, cell, missing, changes, nowMs }: StateFacts, say: Say<'output'>): string {
  switch (state) {
    case 'blocked':
      return missing.length === 0 ? say('shortBlocked') : say('blocked', { names: missing.join(', ') })
    case 'queued':
      return cell.queuePosition === null ? say('queuedPlain') : say('queued', { count: cell.queuePosition })
    case 'streaming':
      return say(cell.text === '' && cell.thinking !== '' && cell.toolCalls.length === 0 ? 'thinkingNow' : 'streaming')
    case 'retrying':
      return retryWord(cell, nowMs, say)
    case 'stopped': {
      const tokens = cell.usage?.outputTokens ?? cell.estimatedOutputTokens
      return tokens > 0 ? say('stoppedAt', { count: tokens }) : say('stopped')
    }
    case 'stale':
      return staleWord(changes, say)
    default:
      return say(state)
  }
}

function retryWord({ retry, triesBefore }: Cell, nowMs: number, say: Say<'output'>): string {
  if (retry === null) return say('shortRetrying')
  const { attempt, of } = { attempt: retry.attempt + triesBefore, of: retry.of + triesBefore }
  const reason = retry.reason.replace(/^HTTP (?=\d{3}\b)|\.$/g, '')
  const seconds = Math.ceil((retry.untilMs - nowMs) / 1000)
  return seconds > 0 ? say('retrying', { reason, attempt, of, seconds }) : say('retryingNow', { reason, attempt, of })
}

function staleWord(changes: readonly string[], say: Say<'output'>): string {
  if (changes.includes('prompt')) return say('promptChanged')
  if (changes.includes('settings')) return say('settingsChanged')
  return changes.length === 0 ? say('stale') : say('inputsChanged', { names: changes.join(', ') })
}

/** One word, for a folded grid and for tabs. */
export function shortWord(state: CellState, say: Say<'output'>): string {
  switch (state) {
    case 'blocked':
      return say('shortBlocked')
    case 'queued':
      return say('queuedPlain')
    case 'stopped':
      return say('shortStopped')
    case 'retrying':
      return say('shortRetrying')
    default:
      return say(state)
  }
}
