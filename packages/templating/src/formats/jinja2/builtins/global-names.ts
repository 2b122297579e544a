/** Functions that every template has; an input of the same name hides them. */
export const GLOBAL_NAMES: ReadonlySet<string> = new Set(['range', 'dict', 'namespace', 'cycler', 'joiner', 'lipsum'])
