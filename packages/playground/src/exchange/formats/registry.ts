import type { FormatId } from '../import/format-id.ts'
import type { FormatReader } from '../import/format-reader.ts'

/** Every format that can be imported: one that is new does not compile until it stands here. Each is fetched when a file needs it. */
export const FORMAT_READERS: Readonly<Record<FormatId, () => Promise<FormatReader>>> = {
  csv: async () => (await import('./csv/index.ts')).readCsv,
  tsv: async () => (await import('./csv/index.ts')).readCsv,
  json: async () => (await import('./json/index.ts')).readJson,
  jsonl: async () => (await import('./jsonl/index.ts')).readJsonl,
  xlsx: async () => (await import('./xlsx/index.ts')).readXlsx,
  promptfoo: async () => (await import('./promptfoo/index.ts')).readPromptfoo,
  'openai-evals': async () => (await import('./openai-evals/index.ts')).readEvals,
  'fine-tune': async () => (await import('./fine-tune/index.ts')).readFineTune,
  snapshot: async () => (await import('./snapshot/index.ts')).readSnapshot,
  configuration: async () => (await import('./configuration/index.ts')).readConfiguration,
  conversation: async () => (await import('./conversation/index.ts')).readConversation,
  report: async () => (await import('./report/index.ts')).readReport,
  'results-jsonl': async () => (await import('./results-jsonl/index.ts')).readResults,
  curl: async () => (await import('./curl/index.ts')).readCurl,
  request: async () => (await import('./request/index.ts')).readRequest,
  python: async () => (await import('./python/index.ts')).readPython,
}
