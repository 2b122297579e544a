import { jsonOf } from '../checks/json-of.ts'

/** What is looked through of a text that is not JSON as a whole. Characters. */
const SEARCHED = 2_000_000

/**
 * The objects that stand whole in a text which is no JSON, because it was cut or has words between: of nested ones the outermost whole
 * ones. One pass: each brace is looked at once.
 */
export function wholeObjectsIn(text: string): readonly unknown[] {
  const found: { readonly from: number; readonly to: number }[] = []
  const open: number[] = []
  let isInString = false
  const end = Math.min(text.length, SEARCHED)
  for (let at = 0; at < end; at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at++
      else if (character === '"') isInString = false
    } else if (character === '"' && open.length > 0) isInString = true
    else if (character === '{') open.push(at)
    else if (character === '}') {
      const from = open.pop()
      if (from === undefined) continue
      while ((found.at(-1)?.from ?? -1) > from) found.pop()
      found.push({ from, to: at + 1 })
    }
  }
  return found.flatMap(({ from, to }) => {
    const read = jsonOf(text.slice(from, to))
    return read.ok ? [read.value] : []
  })
}
