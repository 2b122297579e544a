import type { Check } from '../../checks/check.ts'
import { isObject, type JsonObject } from '../data/json-object.ts'
import { namesAFile } from './names-a-file.ts'
import { providerOfModel } from './provider-id.ts'

/** A check as a configuration writes it; null for one that it has no words for. `expected` is what a check without a text compares with. */
export function assertOfCheck(check: Check, expected?: string): JsonObject | null {
  switch (check.type) {
    case 'equals':
    case 'contains':
    case 'not-contains':
    case 'icontains': {
      const value = check.value ?? expected
      return value === undefined || namesAFile(value) ? null : { type: check.type, value }
    }
    case 'regex':
      return check.flags || namesAFile(check.pattern) ? null : { type: 'regex', value: check.pattern }
    case 'is-json':
      return { type: 'is-json' }
    case 'matches-schema':
      return { type: 'is-json', value: check.schema }
    case 'max-cost':
      return { type: 'cost', threshold: check.maxCostUsd }
    case 'max-latency':
      return { type: 'latency', threshold: check.maxLatencyMs }
    case 'rubric':
      if (namesAFile(check.rubric)) return null
      return {
        type: 'llm-rubric',
        value: check.rubric,
        ...(check.threshold === undefined ? {} : { threshold: check.threshold }),
        ...(check.model === undefined ? {} : { provider: providerOfModel(check.model) }),
      }
    case 'max-tokens':
      return null
    default:
      return isObject(check.source) ? check.source : null
  }
}
