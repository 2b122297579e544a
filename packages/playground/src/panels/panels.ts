import type { ComponentType } from 'react'

/**
 * The panels of a playground. Each works on the mount it is drawn in (`usePlayground`) and is loaded when it is first drawn; the frame
 * draws nothing where one is absent.
 */
export interface Panels {
  /** In the head: the syntax of the templates and its conversion. */
  readonly TemplateFormatMenu?: ComponentType
  /** In the configuration: the model with its facts, and what opens to choose another. */
  readonly ModelPicker?: ComponentType
  /** The messages, with their editors. */
  readonly PromptEditor?: ComponentType
  /** Parameters and response format; its element carries `data-part="settings"`. */
  readonly Settings?: ComponentType
  /** The details of the output that `view.drawerAtom` names. */
  readonly Drawer?: ComponentType
  /** In chat mode, the cell that holds what was said before in a row. */
  readonly ConversationCell?: ComponentType<{ readonly rowId: string }>
}
