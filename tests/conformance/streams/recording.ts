type Fields = Readonly<Record<string, unknown>>

/** A recorded stream and what its index says it comes to. `text` and `reasoning` are the first 60 characters, counted by code points. */
export interface Recording {
  readonly id: string
  readonly api: string
  readonly provider: string
  readonly file: string
  readonly expect: {
    /** Events with data, but for the last one of chat completions, `[DONE]`. */
    readonly events: number
    readonly done: boolean
    readonly comments: number
    readonly text: string
    readonly textChars: number
    /** The first 16 hexadecimal digits of the SHA-256 of the whole text. */
    readonly textSha: string
    readonly reasoning: string
    readonly reasoningChars: number
    readonly reasoningSha: string
    readonly refusal: string | null
    readonly tools: readonly { readonly id: string; readonly name: string; readonly arguments: string }[]
    readonly finish: string | null
    /** The provider's own object. */
    readonly usage: Fields | null
    readonly error: { readonly message: string } | null
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

export function readRecordings(text: string): readonly Recording[] {
  const index: unknown = JSON.parse(text)
  if (!Array.isArray(index)) throw new Error('the index is not a list of recordings')
  return index.map(toRecording)
}

function toRecording(value: unknown): Recording {
  if (!isFields(value)) throw new Error('a recording is not an object')
  const { id, api, provider, file, expect } = value
  if (typeof id !== 'string') throw new Error('a recording has no id')
  const fault = (what: string): Error => new Error(`${id} has no ${what}`)
  if (typeof api !== 'string' || typeof file !== 'string' || typeof provider !== 'string') throw fault('api, provider or file')
  if (!isFields(expect)) throw fault('expectations')
  const textAt = (name: string): string => {
    const held = expect[name]
    if (typeof held !== 'string') throw fault(name)
    return held
  }
  const countAt = (name: string): number => {
    const held = expect[name]
    if (typeof held !== 'number') throw fault(name)
    return held
  }
  const { refusal, finish, usage, error } = expect
  return {
    id,
    api,
    provider,
    file,
    expect: {
      events: countAt('events'),
      done: expect['done'] === true,
      comments: countAt('comments'),
      text: textAt('text'),
      textChars: countAt('textChars'),
      textSha: textAt('textSha'),
      reasoning: textAt('reasoning'),
      reasoningChars: countAt('reasoningChars'),
      reasoningSha: textAt('reasoningSha'),
      refusal: typeof refusal === 'string' ? refusal : null,
      tools: toolsOf(expect['tools']),
      finish: typeof finish === 'string' ? finish : null,
      usage: isFields(usage) ? usage : null,
      error: isFields(error) ? { message: String(error['message']) } : null,
    },
  }
}

function toolsOf(value: unknown): Recording['expect']['tools'] {
  if (!Array.isArray(value)) throw new Error('the tools of a recording are no list')
  return value.map((tool: unknown) => {
    if (!isFields(tool)) throw new Error('a tool call of a recording is no object')
    return { id: String(tool['id']), name: String(tool['name']), arguments: String(tool['arguments']) }
  })
}
