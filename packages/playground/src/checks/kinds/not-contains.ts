import { failed, passed } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'
import { findText } from '../find-text.ts'

export const notContains: Evaluator<'not-contains'> = (check, evaluation) => {
  const search = findText(check, evaluation, (text, wanted) => text.indexOf(wanted))
  if ('result' in search) return search.result
  const { wanted, at } = search
  return at < 0 ? passed({ code: 'not-found', wanted }) : failed({ code: 'found', wanted, at })
}
