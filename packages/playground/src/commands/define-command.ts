import type { Command, CommandContext, CommandFacts, CommandText, Reason, Section } from './command.ts'
import { type Shortcut, SHORTCUTS } from './shortcuts.ts'

interface Details {
  /** One condition, or several of which the first that fails says why. */
  readonly when?: Condition | readonly Condition[]
  readonly keyText?: CommandText
}
/** True, or why not. */
export type Condition = (facts: CommandFacts) => true | Reason

const keysById: ReadonlyMap<string, Shortcut['keys']> = new Map(Object.entries(SHORTCUTS).map(([id, { keys }]) => [id, keys]))

/** Commands of one section, a line each: id, text, what it does, and when it can be given. */
export const commandsOf =
  (section: Section) =>
  (id: string, text: CommandText, run: (context: CommandContext) => void, { when = [], ...rest }: Details = {}): Command => ({
    id,
    section,
    text,
    run,
    keys: keysById.get(id) ?? [],
    isAvailable: (facts) => {
      for (const condition of typeof when === 'function' ? [when] : when) {
        const answer = condition(facts)
        if (answer !== true) return answer
      }
      return true
    },
    ...rest,
  })

/** A key that belongs to one place and means something only there. */
export const keyOf =
  (section: Section) =>
  (id: string, text: CommandText, ...keys: readonly string[]): Command => ({ id, section, text, keys, isAvailable: () => true })
