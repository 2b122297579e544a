/** The model, its parameters and the response format. */
export const modelConfig = {
  model: 'Model',
  parameters: 'Parameters',
} as const
