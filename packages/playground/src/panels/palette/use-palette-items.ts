import { atom, useAtomValue } from 'jotai'
import { useCallback, useMemo } from 'react'
import { activeKeys } from '../../commands/active-keys.ts'
import type { Command, CommandContext } from '../../commands/command.ts'
import { findCases } from '../../commands/find-cases.ts'
import { matchScore, plainText } from '../../commands/match-text.ts'
import { rankCommands } from '../../commands/rank-commands.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { useText } from '../../messages/use-text.ts'
import { useKeyRules } from './use-key-rules.ts'

interface FoundBase {
  /** Unique among what is found. */
  readonly key: string
  readonly title: string
  readonly group: string
  /** Why it cannot be chosen now. */
  readonly reason: string | null
}
export type Found = FoundBase &
  (
    | { readonly kind: 'command'; readonly command: Command; readonly keys: readonly string[] }
    | { readonly kind: 'case'; readonly rowId: string; readonly text: string }
    | { readonly kind: 'message'; readonly index: number }
  )

const MOST_CASES = 6

/** What the palette shows for what was typed. It changes when what can be done does. */
export function usePaletteItems(context: CommandContext, recent: readonly string[]): (query: string) => readonly Found[] {
  const say = useText('commands')
  const sayRole = useText('promptEditor')
  const rules = useKeyRules()
  const availability = useAtomValue(
    useMemo(() => atom((get) => new Map(COMMANDS.map((command) => [command.id, command.isAvailable({ ...context, get })]))), [context]),
  )
  const all = useMemo(
    () =>
      COMMANDS.filter(({ id, run }) => run !== undefined && id !== 'palette').map((command) => {
        const answer = availability.get(command.id) ?? true
        const title = typeof command.text === 'function' ? command.text(say) : say(command.text)
        const reason = answer === true ? null : say(answer)
        return { command, title, section: say(command.section), isAvailable: reason === null, reason, keys: activeKeys(command, rules) }
      }),
    [say, availability, rules],
  )
  return useCallback(
    (query) => {
      const isBlank = plainText(query) === ''
      const commands = rankCommands(query, all, recent).map(({ command, title, section, reason, keys }): Found => {
        const group = isBlank && recent.includes(command.id) ? say('recent') : section
        return { kind: 'command', key: command.id, command, title, group, reason, keys }
      })
      if (isBlank) return commands
      const { get, state } = context
      const cases = findCases(query, get, state, MOST_CASES).map(({ rowId, number, text }): Found => ({
        kind: 'case',
        key: `case ${rowId}`,
        rowId,
        text,
        reason: null,
        title: say('caseNumber', { number }),
        group: say('goToCases'),
      }))
      const messages = get(state.prompt.draftAtom).messages.flatMap(({ id, role }, index): Found[] => {
        const title = say('messageNumber', { number: index + 1, role: sayRole(role) })
        const isFound = matchScore(plainText(query), plainText(title)) !== null
        return isFound ? [{ kind: 'message', key: `message ${id}`, index, title, group: say('goToMessages'), reason: null }] : []
      })
      return /^[\s#]*\d/.test(query) ? [...cases, ...commands, ...messages] : [...commands, ...messages, ...cases]
    },
    [all, recent, say, sayRole, context],
  )
}
