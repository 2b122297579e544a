import type { SnippetNote, SnippetParameter } from './snippet.ts'

export interface Identifiers {
  /** By the parameter's number. */
  readonly names: readonly string[]
  readonly notes: readonly SnippetNote[]
}

/**
 * Names for parameters that a language takes: letters, digits and `_`, none of `reserved`, each once.
 *
 * *Shape*: `user.name` becomes `user_name`; a name without such a letter becomes `value`.
 */
export function identifiersFor(
  parameters: readonly SnippetParameter[],
  reserved: ReadonlySet<string>,
  spell = (name: string) => name,
): Identifiers {
  const taken = new Set(reserved)
  const notes: SnippetNote[] = []
  const names = parameters.map(({ name }) => {
    const bare = spell(
      name
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_+|_+$/g, ''),
    )
    const word = /^[A-Za-z]/.test(bare) ? bare : bare === '' ? 'value' : `value_${bare}`
    let free = word
    for (let at = 2; taken.has(free); at++) free = `${word}_${at}`
    taken.add(free)
    if (free !== name) notes.push({ code: 'renamed', name, as: free })
    return free
  })
  return { names, notes }
}
