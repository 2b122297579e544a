const IDENTIFIER = /^[\p{XID_Start}_][\p{XID_Continue}]*$/u
/** Words that mean something else in an expression. */
const RESERVED: ReadonlySet<string> = new Set('true True false False none None and or not in is if else recursive'.split(' '))

const isPlain = (name: string): boolean => IDENTIFIER.test(name) && !RESERVED.has(name)

/** A placeholder for an input: by name where that can be written, else by JSONPath, which takes any name. */
export const placeholderFor = (name: string): string => (isPlain(name) ? `{{ ${name} }}` : `{{$[${JSON.stringify(name)}]}}`)

/** Literal text: what would begin a tag, alone or with what follows, is written as a string, as are characters a source cannot keep. */
export const escapeLiteral = (text: string): string =>
  text.replaceAll(/\{(?=[{%#\r\0]|$)|[\r\0]/g, (character) => {
    if (character === '{') return "{{ '{' }}"
    return character === '\r' ? String.raw`{{ '\r' }}` : String.raw`{{ '\0' }}`
  })
