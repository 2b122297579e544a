/** The encoding of OpenAI's models since GPT-4o. Others count in their own ways, which are not known here. */
export const isO200k = (modelName: string): boolean => /^(?:chatgpt-4o|gpt-4o|gpt-4\.[1-9]|gpt-[5-9]|gpt-oss|o[134](?:-|$))/.test(modelName)
