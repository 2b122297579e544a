import { useAtomValue } from 'jotai'
import { usePlayground } from '../../playground-context.ts'
import { requiredNames } from '../../state/columns.ts'

/** The variables that some case lacks a value for and cannot run without. */
export function useMissingColumns(): ReadonlySet<string> {
  const { rows, prompt } = usePlayground().state
  const { templateFormat, variables } = useAtomValue(prompt.draftAtom)
  const filled = useAtomValue(rows.filledAtom)
  const count = useAtomValue(rows.idsAtom).length
  return new Set(requiredNames(variables, templateFormat).filter((name) => (filled.get(name) ?? 0) < count))
}
