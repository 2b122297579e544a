import { useAtom, useStore } from 'jotai'
import { useEffect, useEffectEvent, useState } from 'react'
import { COMMANDS } from '../../commands/registry.ts'
import { commands as texts } from '../../messages/en/commands.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { usePlayground } from '../../playground-context.ts'
import { MoveAnnouncer } from '../moving/move-announcer.tsx'
import { useTemplateFormat } from '../prompt-editor/use-template-format.tsx'
import { Palette } from './palette.tsx'
import { useCommandContext } from './use-command-context.ts'
import { lateDialog } from '../frame/late-dialog.tsx'

const GenerateDialog = lateDialog(async () => (await import('../generate/generate-dialog.tsx')).GenerateDialog)
const KeyboardHelp = lateDialog(async () => (await import('./keyboard-help.tsx')).KeyboardHelp)
const SettingsDialog = lateDialog(async () => (await import('./settings-dialog.tsx')).SettingsDialog)

/** Carries out commands, whoever gives them, draws what they are found in, and says what was moved. */
export function CommandHost() {
  useLateTexts('commands', texts)
  const { commander, toolAtom } = usePlayground()
  const store = useStore()
  const [tool, setTool] = useAtom(toolAtom)
  /** What was open once stays, so that it can fade. */
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set<string>())
  if (tool !== null && !opened.has(tool)) setOpened(new Set([...opened, tool]))
  const format = useTemplateFormat()
  const contextOf = useCommandContext({ chooseFormat: (to) => void format.choose(to) })
  const carryOut = useEffectEvent((id: string) => {
    const context = contextOf()
    const command = COMMANDS.find((one) => one.id === id)
    if (command?.run !== undefined && command.isAvailable(context) === true) command.run(context)
  })
  useEffect(() => commander.attach((id) => carryOut(id)), [commander])

  const shown = (id: 'settings' | 'keys' | 'generate') => ({
    open: tool === id,
    onOpenChange: (isOpen: boolean) => setTool(isOpen ? id : null),
  })
  return (
    <>
      <Palette
        open={tool === 'palette'}
        // Another dialog may have taken its place.
        onClose={() => store.set(toolAtom, (now) => (now === 'palette' ? null : now))}
        contextOf={contextOf}
      />
      {opened.has('settings') && <SettingsDialog {...shown('settings')} />}
      {opened.has('generate') && <GenerateDialog {...shown('generate')} />}
      {opened.has('keys') && <KeyboardHelp {...shown('keys')} />}
      {format.offer}
      <MoveAnnouncer />
    </>
  )
}
