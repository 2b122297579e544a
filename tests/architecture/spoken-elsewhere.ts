/** Texts that people may read and that are not in the catalogues. */
export interface SpokenElsewhere {
  /** A file, or the beginning of the paths of several. */
  readonly path: string
  /** Which ones, word for word; without it all in these files. */
  readonly words?: readonly string[]
  readonly reason: string
}

const PART_OF_THE_RECORD =
  'What a run failed with is part of its record: it goes into exports and events word for word, as what the service and the provider say does. What people are told first is the title, which the catalogue has for the code.'

const WORDS_OF_A_PARSER =
  'A parser says what it stumbled over, in its own words, and a sentence of the catalogue quotes it; most parsers are libraries, which speak English.'

export const SPOKEN_ELSEWHERE: readonly SpokenElsewhere[] = [
  { path: 'packages/playground/src/worker/', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/execution/cell-failure.ts', reason: PART_OF_THE_RECORD },
  { path: 'packages/playground/src/execution/run-many.ts', reason: PART_OF_THE_RECORD },
  {
    path: 'packages/playground/src/adapters/bindings-contract.ts',
    words: ['It broke.'],
    reason: 'Hosts hold their bindings against it in their own tests; it is in no page.',
  },
  {
    path: 'packages/playground/src/generate/generation-request.ts',
    words: ['A JSON text.'],
    reason: 'A model reads it.',
  },
  { path: 'packages/playground/src/exchange/formats/', reason: WORDS_OF_A_PARSER },
]
