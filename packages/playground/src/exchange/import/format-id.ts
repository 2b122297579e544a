/** Everything that can be imported; each has a folder in `formats` and a line in its registry. */
export const FORMAT_IDS = [
  'csv',
  'tsv',
  'json',
  'jsonl',
  'xlsx',
  'promptfoo',
  'openai-evals',
  'fine-tune',
  'snapshot',
  'configuration',
  'conversation',
  'report',
  'results-jsonl',
  'curl',
  'request',
  'python',
] as const
export type FormatId = (typeof FORMAT_IDS)[number]
