import { atom } from 'jotai'
import type { SnippetLanguage } from '../../code/snippet.ts'

/** What kind of program is wanted; kept while the reader goes from case to case. */
export interface SnippetChoice {
  readonly language: SnippetLanguage
  readonly shape: 'filled' | 'function'
  readonly stream: boolean
}

/** Each mount has a value of its own, in its own store. A run streams, so a program does too until somebody says otherwise. */
export const snippetChoiceAtom = atom<SnippetChoice>({ language: 'curl', shape: 'filled', stream: true })
