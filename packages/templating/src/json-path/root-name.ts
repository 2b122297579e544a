import type { JsonPath } from './ast.ts'

/** The input that a path reads where it starts with a plain name (`$.user.name` reads `user`); undefined where it reads them all. */
export function rootNameOf(path: JsonPath | null): string | undefined {
  const first = path?.segments[0]
  const selector = first?.selectors[0]
  return first?.descendant === false && first.selectors.length === 1 && selector?.kind === 'name' ? selector.name : undefined
}
