import type { CaseKind } from './case-kind.ts'
import { runRecordedStreams } from './recorded-streams.ts'
import { runResponsesCases } from './responses.ts'
import { runTemplateCases } from './template-rendering.ts'

/** Every kind of case file there is. A JSON file that is none of these is an error: nothing is passed over in silence. */
export const CASE_KINDS: readonly CaseKind[] = [
  { file: 'template-rendering.json', run: runTemplateCases },
  { file: 'responses.json', run: runResponsesCases },
  { file: 'streams/index.json', run: runRecordedStreams },
  { file: 'litellm-proxy-replies.json', reason: 'the integration tests replay it' },
]
