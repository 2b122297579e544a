import { useText } from '../../messages/use-text.ts'
import { type Parameter, sentence } from './parameter-facts.ts'

/** Why a parameter is locked, and that the value somebody gave it is not lost. */
export function useLockWords(): (lock: NonNullable<Parameter['lock']>, value: string | null) => string {
  const say = useText('modelConfig')
  return (lock, value) => {
    const reason = typeof lock === 'string' ? sentence(lock) : say('notTaken')
    return value === null ? reason : say('keptValue', { reason, value })
  }
}
