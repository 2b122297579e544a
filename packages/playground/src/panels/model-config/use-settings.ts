import type { ModelSettings } from '@vitrine/contracts'
import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { type SettingsPatch, withSettings } from './with-settings.ts'

/** The settings of the draft, without its wording: typing in a message renders none of this. */
export function useSettings(): { readonly settings: ModelSettings; readonly change: (patch: SettingsPatch) => void } {
  const { state } = usePlayground()
  const settings = useAtomValue(useMemo(() => atom((get) => get(state.prompt.draftAtom).llmConfig), [state]))
  return { settings, change: (patch) => state.prompt.patch({ llmConfig: withSettings(settings, patch) }) }
}
