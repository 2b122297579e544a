import type { attachments } from './en/attachments.ts'
import { cases } from './en/cases.ts'
import { chat } from './en/chat.ts'
import type { causes } from './en/causes.ts'
import type { conversation } from './en/conversation.ts'
import type { code } from './en/code.ts'
import type { columns } from './en/columns.ts'
import type { checks } from './en/checks.ts'
import type { commands } from './en/commands.ts'
import type { diff } from './en/diff.ts'
import type { drawer } from './en/drawer.ts'
import type { exchangeImport } from './en/exchange-import.ts'
import type { exporting } from './en/exporting.ts'
import type { extraJson } from './en/extra-json.ts'
import type { errorBoard } from './en/error-board.ts'
import { errors } from './en/errors.ts'
import { frame } from './en/frame.ts'
import type { goingOn } from './en/going-on.ts'
import type { importProblems } from './en/import-problems.ts'
import type { journal } from './en/journal.ts'
import { keys } from './en/keys.ts'
import type { generate } from './en/generate.ts'
import type { logprobs } from './en/logprobs.ts'
import type { notes } from './en/notes.ts'
import { modelConfig } from './en/model-config.ts'
import { output } from './en/output.ts'
import { promptEditor } from './en/prompt-editor.ts'
import type { reasons } from './en/reasons.ts'
import type { repetitions } from './en/repetitions.ts'
import type { report } from './en/report.ts'
import { run } from './en/run.ts'
import type { runOptions } from './en/run-options.ts'
import type { settings } from './en/settings.ts'
import type { sharing } from './en/sharing.ts'
import type { tools } from './en/tools.ts'
import type { variants } from './en/variants.ts'

/** The texts that a page begins with, in English. */
export const english = { frame, run, cases, output, promptEditor, modelConfig, chat, errors, keys } as const

/** Those that come with the panel that says them; see `useLateTexts`. */
interface LateTexts {
  readonly attachments: typeof attachments
  readonly causes: typeof causes
  readonly checks: typeof checks
  readonly code: typeof code
  readonly columns: typeof columns
  readonly commands: typeof commands
  readonly conversation: typeof conversation
  readonly diff: typeof diff
  readonly errorBoard: typeof errorBoard
  readonly drawer: typeof drawer
  readonly generate: typeof generate
  readonly journal: typeof journal
  readonly logprobs: typeof logprobs
  readonly notes: typeof notes
  readonly exporting: typeof exporting
  readonly exchangeImport: typeof exchangeImport
  readonly importProblems: typeof importProblems
  readonly extraJson: typeof extraJson
  readonly goingOn: typeof goingOn
  readonly settings: typeof settings
  readonly sharing: typeof sharing
  readonly reasons: typeof reasons
  readonly repetitions: typeof repetitions
  readonly report: typeof report
  readonly runOptions: typeof runOptions
  readonly tools: typeof tools
  readonly variants: typeof variants
}

/** Every text of the interface: what other languages are measured by. */
export type Catalogue = typeof english & LateTexts
export type LateArea = keyof LateTexts
export type Area = keyof Catalogue

type PluralBase<Key extends string> = Key extends `${infer Base}_ordinal_${string}`
  ? Base
  : Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key

/** The names of an area's texts; a text with plural forms has one name. */
export type TextKey<A extends Area> = PluralBase<keyof Catalogue[A] & string>

type TextOf<A extends Area, Key extends string> = Key extends keyof Catalogue[A]
  ? Catalogue[A][Key]
  : `${Key}_other` extends keyof Catalogue[A]
    ? Catalogue[A][`${Key}_other`] | '{{count}}'
    : `${Key}_ordinal_other` extends keyof Catalogue[A]
      ? Catalogue[A][`${Key}_ordinal_other`]
      : never

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never

/** The values that a text needs: one for each `{{name}}` in it; `count` is a number and picks the plural form. */
export type TextValues<A extends Area, Key extends string> = {
  readonly [Name in NamesIn<TextOf<A, Key>> & string]: Name extends 'count' ? number : string | number
}

/** The texts of an area that need no values. */
export type PlainKey<A extends Area> = { readonly [Key in TextKey<A>]: [NamesIn<TextOf<A, Key>>] extends [never] ? Key : never }[TextKey<A>]

export type TextArguments<A extends Area, Key extends string> = [NamesIn<TextOf<A, Key>>] extends [never]
  ? []
  : [values: TextValues<A, Key>]

/** Texts that a host replaces or translates: as many of an area as it likes. */
export type CatalogueOverrides = { readonly [A in Area]?: Readonly<Record<string, string>> }
