import type { ModelSettings } from '@vitrine/contracts'

export type SettingsPatch = { readonly [Name in keyof ModelSettings]?: ModelSettings[Name] | undefined }

/** The settings with some of them changed; undefined takes one out, so that it is not sent. */
export function withSettings(settings: ModelSettings, patch: SettingsPatch): ModelSettings {
  const entries = Object.entries({ ...settings, ...patch }).filter(([, value]) => value !== undefined)
  return { model: settings.model, ...Object.fromEntries(entries) }
}
