import { lazy } from 'react'
import { ConversationCell } from './chat/conversation-cell.tsx'
import { ModelPicker } from './model-config/model-picker.tsx'
import { Settings } from './model-config/settings.tsx'
import type { Panels } from './panels.ts'
import { PromptEditor } from './prompt-editor/prompt-editor.tsx'
import { TemplateFormatMenu } from './prompt-editor/template-format-menu.tsx'

// Nobody sees the details of a run before there was one.
const Drawer = lazy(async () => ({ default: (await import('./drawer/drawer.tsx')).Drawer }))

/** The panels that come with the playground: a new one is a line here. */
export const panels: Panels = { TemplateFormatMenu, ModelPicker, PromptEditor, Settings, Drawer, ConversationCell }
