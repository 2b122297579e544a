import type { TemplateFormat } from '@vitrine/contracts'
import type { TemplateProblem, TemplateVariable } from '@vitrine/templating'
import type { Atom } from 'jotai'
import type { UndoLabel } from './change.ts'
import type { EnhancedMessage, EnhancedPrompt, PromptVariant } from './prompt.ts'

/** The variants of the prompt. What is done to them can be undone; which one is active is no part of the document. */
export interface VariantsState {
  /** In their order: A, B, … */
  readonly listAtom: Atom<readonly PromptVariant[]>
  readonly idsAtom: Atom<readonly string[]>
  /** The one that the configuration shows and changes. */
  readonly activeIdAtom: Atom<string>
  activate(variantId: string): void
  /** A copy at the end, which becomes the active one; null where there are as many as there may be. */
  clone(variantId: string): string | null
  /** As many as there is room for, at the end; answers their ids. */
  add(prompts: readonly Pick<PromptVariant, 'messages' | 'llmConfig'>[]): readonly string[]
  /** The last one stays. */
  remove(variantId: string): void
  /** `to` is the index it has afterwards. */
  move(variantId: string, to: number): void
  replace(variantId: string, parts: Partial<Pick<PromptVariant, 'messages' | 'llmConfig'>>, label: UndoLabel): void
  /** Another syntax for all, with the messages as they are written in it, by variant. */
  convert(templateFormat: TemplateFormat, messagesOf: ReadonlyMap<string, readonly EnhancedMessage[]>): void
}

/**
 * The prompt and what follows from it. Writing goes through the actions, so that every change can be undone. What is without a variant
 * is of the active one.
 */
export interface PromptState {
  readonly variants: VariantsState
  readonly draftAtom: Atom<EnhancedPrompt>
  readonly variablesAtom: Atom<readonly TemplateVariable[]>
  /** Template problems by place, in the order of the messages; empty where every template parses. */
  readonly problemsAtom: Atom<readonly PromptProblem[]>
  draftOf(variantId: string): Atom<EnhancedPrompt>
  variablesOf(variantId: string): Atom<readonly TemplateVariable[]>
  problemsOf(variantId: string): Atom<readonly PromptProblem[]>
  /** What some variant reads, in order of first use. */
  readonly columnNamesAtom: Atom<readonly string[]>
  patch(patch: Partial<EnhancedPrompt>, label?: string): void
  addMessage(message: Omit<EnhancedMessage, 'id'>, at?: number): string
  /** One undo step for all of them; answers their ids. Without a place they come last. */
  addMessages(messages: readonly Omit<EnhancedMessage, 'id'>[], at?: number): readonly string[]
  /** Typing: joined with the last change of the same message into one undo step. */
  editMessage(id: string, patch: Partial<Omit<EnhancedMessage, 'id'>>): void
  duplicateMessage(id: string): void
  /** `to` is the index it has afterwards. */
  moveMessage(id: string, to: number): void
  deleteMessage(id: string): void
}

export interface PromptProblem {
  readonly messageId: string | null
  /** `messages[1].content[0].text`, `response_format.…`. */
  readonly location: string
  readonly problem: TemplateProblem
}
