import type { Evaluation } from './evaluator.ts'

/** The text that a check looks for: its own, or what the row expects. An empty cell expects nothing, so it is null. */
export const wantedText = ({ value }: { readonly value?: string }, { expected }: Evaluation): string | null => value ?? (expected || null)
