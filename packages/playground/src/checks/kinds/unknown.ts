import { unknown as unknownResult } from '../check-result.ts'
import type { Evaluator } from '../evaluator.ts'

export const unknown: Evaluator<'unknown'> = ({ name }) => unknownResult({ code: 'unknown-kind', name })
