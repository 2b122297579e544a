import type { Run } from '../run.ts'

/** Replaces at most `limit` occurrences, from the left; an empty pattern stands between all characters. */
export function replaceText(run: Run, text: string, from: string, to: string, limit: number): string {
  run.text(text.length)
  if (limit === 0) return text
  const parts = from === '' ? ['', ...Array.from(text), ''] : text.split(from)
  const replaced = Math.min(parts.length - 1, limit < 0 ? Infinity : limit)
  run.spend(replaced / 8)
  run.text(text.length + replaced * (to.length - from.length))
  const head = parts.slice(0, replaced + 1).join(to)
  const tail = parts.slice(replaced + 1)
  return tail.length === 0 ? head : head + from + tail.join(from)
}
