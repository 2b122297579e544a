/** The messages of the prompt and the template format. */
export const promptEditor = {
  system: 'System',
  developer: 'Developer',
  user: 'User',
  assistant: 'Assistant',
  tool: 'Tool',
} as const
