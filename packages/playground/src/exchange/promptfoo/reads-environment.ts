/**
 * What of the environment that it runs in the other tool puts into a text: `env.HOME`. It does so wherever in a file such a text stands,
 * before anything else.
 */
export const environmentNames = (text: string): readonly string[] =>
  text
    .split('}}')
    .slice(0, -1)
    .filter((before) => before.includes('{{'))
    .flatMap((before) => /\benv(?:\.\w*|\[[^\]]*\]?)/.exec(before.slice(before.indexOf('{{') + 2))?.[0] ?? [])

export const readsEnvironment = (text: string): boolean => environmentNames(text).length > 0
