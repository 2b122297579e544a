import { isList, isObject, member } from '../../data/json-object.ts'
import { plainNumbers } from '../../data/plain-numbers.ts'
import type { ReadingLimits } from '../../import/limits.ts'
import { createProblemList } from '../../import/problem-list.ts'
import { parseYaml } from './parse-yaml.ts'

/** Private characters that no file uses, in the place of the braces of a placeholder: bare ones would be YAML. */
const OPEN = '\ue0f0'
const CLOSE = '\ue0f1'

function restored(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(OPEN, '{{').replaceAll(CLOSE, '}}')
  if (isList(value)) return value.map(restored)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, held]) => [name, restored(held)])) : value
}

/** A list in YAML whose texts are templates; null for a text that is none. */
export async function yamlList(text: string, limits: ReadingLimits): Promise<readonly unknown[] | null> {
  const covered = text.replaceAll(/\{\{([^{}]*)\}\}/g, `${OPEN}$1${CLOSE}`)
  const held = await parseYaml(`list:\n${covered}`, createProblemList(), limits)
  const list = held === null ? null : restored(plainNumbers(member(held, 'list')))
  return isList(list) ? list : null
}
