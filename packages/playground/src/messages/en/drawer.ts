/** The details of one output. */
export const drawer = {
  output: 'Output',
  prompt: 'Prompt',
  wire: 'Wire',
  trace: 'Trace',
  cost: 'Cost',
} as const
