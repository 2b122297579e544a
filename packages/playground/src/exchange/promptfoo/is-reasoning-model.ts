/** Whether the other tool takes a model for one that reasons, by its name: such a one is sent no temperature, and its own fields. */
export const isReasoningModel = (id: string): boolean => /(?:^|[:/])(?:o1|o3|o4|gpt-5)/.test(id.replace(/(^|[:/])ft:/, '$1'))
