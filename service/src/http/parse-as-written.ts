declare global {
  interface JSON {
    /** The third argument of a reviver tells the text that a single value was read from. */
    parse(text: string, reviver: (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown): unknown
    /** A value that `stringify` writes as this text. */
    rawJSON(text: string): object
  }
}

/**
 * JSON whose numbers `JSON.stringify` writes again as they stood: `1.0`, `1e400` and integers of twenty digits, which a number of ours would
 * change, come back as opaque values that hold their text. Of a repeated key the last one counts, and one named `__proto__` stays a key.
 *
 * *Errors*: as `JSON.parse`.
 * @see https://github.com/tc39/proposal-json-parse-with-source
 */
export const parseAsWritten = (text: string): unknown =>
  JSON.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && String(value) !== source ? JSON.rawJSON(source) : value,
  )
