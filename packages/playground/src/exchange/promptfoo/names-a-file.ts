/** A text that promptfoo takes for a file or a module: it would be read, or run, instead of being used. */
export const namesAFile = (text: string): boolean => /^(file:\/\/|package:)/.test(text)
