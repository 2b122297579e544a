import type { i18n } from 'i18next'
import type { ExportFile } from './export-file.ts'
import type { ExportSource } from './export-source.ts'

export const EXPORT_IDS = [
  'results-csv',
  'results-jsonl',
  'report',
  'cases-csv',
  'configuration',
  'snapshot',
  'promptfoo',
  'openai-evals',
  'fine-tune',
  'conversation-markdown',
  'conversation-json',
] as const
export type ExportId = (typeof EXPORT_IDS)[number]

/** Makes one kind of file. It saves nothing by itself. What people are to read is in the language of `texts`, or in English. */
export type Exporter = (source: ExportSource, texts?: i18n) => ExportFile | Promise<ExportFile>

/** Every export: one that is new does not compile until it stands here. Each is fetched when somebody asks for it. */
export const EXPORTERS: Readonly<Record<ExportId, () => Promise<Exporter>>> = {
  'results-csv': async () => (await import('./results-csv/index.ts')).writeResultsCsv,
  'results-jsonl': async () => (await import('./results-jsonl/index.ts')).writeResultsJsonl,
  report: async () => (await import('./report/index.ts')).writeReport,
  'cases-csv': async () => (await import('./cases-csv/index.ts')).writeCasesCsv,
  configuration: async () => (await import('./configuration/index.ts')).writeConfiguration,
  snapshot: async () => (await import('./snapshot/index.ts')).writeSnapshot,
  promptfoo: async () => (await import('./promptfoo/index.ts')).writePromptfoo,
  'openai-evals': async () => (await import('./openai-evals/index.ts')).writeEvals,
  'fine-tune': async () => (await import('./fine-tune/index.ts')).writeFineTune,
  'conversation-markdown': async () => (await import('./conversation/markdown.ts')).writeMarkdown,
  'conversation-json': async () => (await import('./conversation/json.ts')).writeConversation,
}

/** The file of one kind, with what it could not hold and its first lines. */
export async function exportAs(id: ExportId, source: ExportSource, texts?: i18n): Promise<ExportFile> {
  const write = await EXPORTERS[id]()
  return write(source, texts)
}
