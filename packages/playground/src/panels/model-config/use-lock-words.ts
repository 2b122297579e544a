import { useReasonWords } from '../../messages/reason-words.ts'
import { useText } from '../../messages/use-text.ts'
import type { Parameter } from './parameter-facts.ts'

/** Why a parameter is locked, and that the value somebody gave it is not lost. */
export function useLockWords(): (lock: NonNullable<Parameter['lock']>, value: string | null) => string {
  const say = useText('modelConfig')
  const reasonWords = useReasonWords()
  return (lock, value) => {
    const reason = typeof lock === 'string' ? reasonWords(lock) : say('notTaken')
    return value === null ? reason : say('keptValue', { reason, value })
  }
}
