/** The member of an item that says which answer to the same case it holds, from 1: a name that no variable has. */
export function repetitionNameBeside(columns: readonly string[]): string {
  let name = 'repetition'
  while (columns.includes(name)) name = `_${name}`
  return name
}

/** Whether a member is called as one of these. */
export const isRepetitionName = (name: string): boolean => /^_*repetition$/.test(name)
