import { PromptEditor } from './prompt-editor/prompt-editor.tsx'
import { TemplateFormatMenu } from './prompt-editor/template-format-menu.tsx'
import type { Panels } from './panels.ts'

/** The panels that come with the playground: a new one is a line here. */
export const panels: Panels = { TemplateFormatMenu, PromptEditor }
