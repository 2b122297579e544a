import { lazy } from 'react'
import { ConversationCell } from './chat/conversation-cell.tsx'
import type { Panels } from './panels.ts'

// Runs and cases stand first; what configures them is asked for in the same moment and comes beside them.
const PromptEditor = lazy(async () => ({ default: (await import('./prompt-editor/prompt-editor.tsx')).PromptEditor }))
const ModelPicker = lazy(async () => ({ default: (await import('./model-config/model-picker.tsx')).ModelPicker }))
const Settings = lazy(async () => ({ default: (await import('./model-config/settings.tsx')).Settings }))
const TemplateFormatMenu = lazy(async () => ({
  default: (await import('./prompt-editor/template-format-menu.tsx')).TemplateFormatMenu,
}))
// Nobody sees the details of a run before there was one.
const Drawer = lazy(async () => ({ default: (await import('./drawer/drawer.tsx')).Drawer }))

/** The panels that come with the playground: a new one is a line here. */
export const panels: Panels = { TemplateFormatMenu, ModelPicker, PromptEditor, Settings, Drawer, ConversationCell }
