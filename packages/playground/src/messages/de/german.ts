import type { Area } from '../catalogue.ts'
import type { German } from '../translation.ts'
import { attachments } from './attachments.ts'
import { cases } from './cases.ts'
import { causes } from './causes.ts'
import { chat } from './chat.ts'
import { checks } from './checks.ts'
import { code } from './code.ts'
import { columns } from './columns.ts'
import { commands } from './commands.ts'
import { conversation } from './conversation.ts'
import { diff } from './diff.ts'
import { drawer } from './drawer.ts'
import { errorBoard } from './error-board.ts'
import { errors } from './errors.ts'
import { exchangeImport } from './exchange-import.ts'
import { importProblems } from './import-problems.ts'
import { exporting } from './exporting.ts'
import { extraJson } from './extra-json.ts'
import { frame } from './frame.ts'
import { generate } from './generate.ts'
import { goingOn } from './going-on.ts'
import { journal } from './journal.ts'
import { keys } from './keys.ts'
import { logprobs } from './logprobs.ts'
import { modelConfig } from './model-config.ts'
import { notes } from './notes.ts'
import { output } from './output.ts'
import { promptEditor } from './prompt-editor.ts'
import { reasons } from './reasons.ts'
import { repetitions } from './repetitions.ts'
import { report } from './report.ts'
import { run } from './run.ts'
import { runOptions } from './run-options.ts'
import { settings } from './settings.ts'
import { sharing } from './sharing.ts'
import { tools } from './tools.ts'
import { variants } from './variants.ts'

/** The whole interface in German. It is loaded at once, when the language is chosen. */
export const german: { readonly [A in Area]: German<A> } = {
  attachments,
  cases,
  causes,
  chat,
  checks,
  code,
  columns,
  commands,
  conversation,
  diff,
  drawer,
  errorBoard,
  errors,
  exchangeImport,
  importProblems,
  exporting,
  extraJson,
  frame,
  generate,
  goingOn,
  journal,
  keys,
  logprobs,
  modelConfig,
  notes,
  output,
  promptEditor,
  reasons,
  repetitions,
  report,
  run,
  runOptions,
  settings,
  sharing,
  tools,
  variants,
}
