/** Texts that people may read and that are not in the catalogues. */
export interface SpokenElsewhere {
  /** A file, or the beginning of the paths of several. */
  readonly path: string
  /** Which ones, word for word; without it all in these files. */
  readonly words?: readonly string[]
  readonly reason: string
}

const PART_OF_THE_RECORD =
  'What a run failed with is part of its record: it goes into exports and events in English, as what the service and the provider say does. Beside it stands its cause as data, and that is what the page tells in its language.'
const A_MODEL_READS_IT = 'A model reads it; in which language a model is asked is no matter of the page’s.'
const PROGRAM = 'It is the text of a program, or a list of its words.'
const MARKUP = 'It is markup; what people read in it comes out of the catalogue.'
const STYLES = 'Styles, selectors, or names of classes.'
const INVARIANT = 'Thrown where a program is wrong, for the one who writes it; no use of the page leads there.'
const EXAMPLE = 'The example is in English in every language: a model answers it, and everything in it can be changed.'

export const SPOKEN_ELSEWHERE: readonly SpokenElsewhere[] = [
  { path: 'packages/playground/src/worker/after-stream.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/worker/create-runner.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/worker/request-table.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/worker/worker-runner.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/execution/cell-failure.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/execution/run-many.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/execution/row-body.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/execution/continued/continuation.ts', reason: A_MODEL_READS_IT },
  { path: 'packages/playground/src/generate/generation-request.ts', reason: A_MODEL_READS_IT },
  { path: 'packages/playground/src/checks/judge/judge-request.ts', reason: A_MODEL_READS_IT },
  { path: 'packages/playground/src/exchange/export/openai-evals/grader-of.ts', reason: A_MODEL_READS_IT },
  { path: 'packages/playground/src/example/first-visit.ts', reason: EXAMPLE },
  { path: 'packages/playground/src/code/languages/', reason: PROGRAM },
  { path: 'packages/playground/src/code/unfold-data.ts', words: ['kB sha256:'], reason: PROGRAM },
  { path: 'packages/playground/src/panels/code/snippet-lines.ts', reason: PROGRAM },
  { path: 'packages/playground/src/exchange/export/report/', reason: MARKUP },
  { path: 'packages/playground/src/exchange/own-documents/embedded-snapshot.ts', reason: MARKUP },
  { path: 'packages/playground/src/panels/drawer/markdown/link-button.tsx', words: ['noopener noreferrer'], reason: MARKUP },
  {
    path: 'packages/playground/src/panels/frame/config-panel.tsx',
    words: ['button:not([tabindex="-1"]), input, textarea'],
    reason: STYLES,
  },
  { path: 'packages/playground/src/panels/frame/places.ts', words: ['[data-part="settings"] :is(input, button)'], reason: STYLES },
  { path: 'packages/playground/src/ui/dialog-parts.tsx', words: ['(pointer: coarse)'], reason: STYLES },
  { path: 'packages/playground/src/panels/model-config/response-format/json-theme.ts', reason: STYLES },
  { path: 'packages/playground/src/panels/prompt-editor/template-editor/template-marks.ts', reason: STYLES },
  { path: 'packages/playground/src/panels/prompt-editor/template-editor/template-theme.ts', reason: STYLES },
  { path: 'packages/playground/src/ui/code-editor/editor-theme.ts', reason: STYLES },
  {
    path: 'packages/playground/src/adapters/bindings-contract.ts',
    reason: 'Hosts hold their bindings against it in their own tests; it is in no page.',
  },
  {
    path: 'packages/playground/src/worker/played-service.ts',
    reason: 'The service as tests play it; it is in no page.',
  },
  {
    path: 'packages/playground/src/checks/regex/pattern-cause.ts',
    reason: 'The names that the engine gives its errors: they are looked up, and never shown.',
  },
  {
    path: 'packages/playground/src/exchange/mapping/auto-map.ts',
    reason: 'Heads of columns as they are in files, which are recognised by them.',
  },
  {
    path: 'packages/playground/src/state/typed-tool.ts',
    words: ['tool rounds', 'tool result …'],
    reason: 'Names of steps that are undone together; nobody reads them.',
  },
  {
    path: 'packages/playground/src/code/json/read-json.ts',
    words: ['nested deeper than … levels'],
    reason: 'It is caught where it is read, and the panel has words of its own for it.',
  },
  {
    path: 'packages/playground/src/panels/drawer/diff/json-value.ts',
    words: ['too many values', 'too long', 'too deep'],
    reason: 'It is caught where it is read, and the panel has words of its own for it.',
  },
  {
    path: 'packages/playground/src/checks/schema/map-schema.ts',
    words: ['A schema may be nested … levels deep.'],
    reason: 'It is caught where it is read, and the check has words of its own for it.',
  },
  {
    path: 'packages/playground/src/adapters/stateless/batch-requests.ts',
    words: ['There was no variant … when the run began.'],
    reason: INVARIANT,
  },
  { path: 'packages/playground/src/check-bindings.ts', reason: INVARIANT },
  { path: 'packages/playground/src/mount.tsx', words: ['There is no element “…” to draw the playground into.'], reason: INVARIANT },
  { path: 'packages/playground/src/panels/test-cases/grid-context.ts', words: ['A row was rendered outside a grid.'], reason: INVARIANT },
  { path: 'packages/playground/src/playground-context.ts', words: ['A panel was rendered outside <Playground>.'], reason: INVARIANT },
  { path: 'packages/playground/src/state/variant-prompt.ts', words: ['A prompt has at least one variant.'], reason: INVARIANT },
  { path: 'packages/playground/src/ui/toast.tsx', words: ['A toast was shown outside a ToastProvider.'], reason: INVARIANT },
  { path: 'packages/playground/src/worker/trusted-worker.ts', words: ['There are no workers here.'], reason: INVARIANT },
  { path: 'web/src/main.tsx', words: ['The page has no element with the id vitrine-app.'], reason: INVARIANT },
]
