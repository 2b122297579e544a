/** What a member of a document is not, and has to be. `names` says which, or how much. */
export const SHAPES = [
  'object',
  'list',
  'text',
  'number',
  'place',
  'less',
  'flag',
  'one-of',
  'typed',
  'texts',
  'format',
  'tools',
  'choice',
  'results',
  'schema',
  'version',
  'message',
  'messages',
] as const
export type Shape = (typeof SHAPES)[number]
