import type { Command } from './command.ts'
import { type Shortcut, SHORTCUTS } from './shortcuts.ts'

export interface KeyRules {
  /** Of the mount; `off` leaves keys of the whole playground to the host. */
  readonly shortcuts: 'root' | 'page' | 'off'
  readonly singleKeys: boolean
  readonly enterSends: boolean
}

const byId: ReadonlyMap<string, Shortcut> = new Map(Object.entries(SHORTCUTS))

/** The keys of a conversation: what sends a message, and what makes a line in it. */
export const chatKeys = (enterSends: boolean) =>
  enterSends ? ({ send: 'Enter', line: 'Shift+Enter' } as const) : ({ send: 'Shift+Enter', line: 'Enter' } as const)

/** The keys that give a command now: a hint must not promise what does nothing. */
export function activeKeys({ id, keys }: Pick<Command, 'id' | 'keys'>, { shortcuts, singleKeys, enterSends }: KeyRules): readonly string[] {
  if (id === 'chat-send') return [chatKeys(enterSends).send]
  if (id === 'chat-line') return [chatKeys(enterSends).line]
  const shortcut = byId.get(id)
  if (shortcut === undefined) return keys
  return shortcuts === 'off' || (shortcut.reach === 'letter' && !singleKeys) ? [] : keys
}
