/** Fields for the provider that no control is there for. */
export const extraJson = {
  title: 'Extra JSON',
  notSent: 'not sent',
  fields_one: '{{count}} field',
  fields_other: '{{count}} fields',
  field: 'Extra fields of the request, as JSON',
  help: 'An object whose fields are merged last into the request to the provider. The wire of a run shows the whole request, with them in it.',
  noObject: 'This must be an object: fields between { and }.',
  replaces: '“{{name}}” stands in the request already; what is written here is sent instead.',
  refused: 'Refused: {{message}}',
  kept: 'Not used yet: the last text without a mistake stays in force.',
} as const
