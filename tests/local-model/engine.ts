import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

/** As much of the engine as is used here. It is installed when this runs, so the compiler cannot read its own types. */
interface Engine {
  getLlama(options: { build: 'never'; gpu: false; logLevel: 'error' }): Promise<Llama>
  readonly LlamaChatSession: new (options: { contextSequence: Sequence; systemPrompt?: string; autoDisposeSequence: true }) => Session
}
interface Llama {
  loadModel(options: { modelPath: string }): Promise<Model>
  getGrammarFor(name: 'json'): Promise<object>
  createGrammarForJsonSchema(schema: object): Promise<object>
}
interface Model {
  createContext(options: { contextSize: number; sequences: number; threads: number }): Promise<Context>
  tokenize(text: string): readonly number[]
}
interface Context {
  readonly sequencesLeft: number
  getSequence(): Sequence
}
interface Sequence {
  readonly tokenMeter: { readonly usedInputTokens: number; readonly usedOutputTokens: number }
}
interface Session {
  setChatHistory(history: readonly object[]): void
  promptWithMeta(text: string, options: object): Promise<{ readonly responseText: string; readonly stopReason: string }>
  dispose(): void
}

export interface Turn {
  readonly role: string
  readonly content: string
}

export interface Question {
  readonly turns: readonly Turn[]
  readonly maxTokens: number
  readonly temperature: number
  readonly seed?: number
  /** A JSON Schema, or `json` for any JSON. */
  readonly format: object | 'json' | null
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

export interface Reply {
  readonly text: string
  readonly finishReason: 'stop' | 'length'
  readonly inputTokens: number
  readonly outputTokens: number
}

export interface LocalEngine {
  /** Tokens of one conversation. */
  readonly contextTokens: number
  countTokens(text: string): number
  ask(question: Question): Promise<Reply>
}

const CONTEXT_TOKENS = 2048
const SEQUENCES = 4

const historyItem = ({ role, content }: Turn): object =>
  role === 'assistant' ? { type: 'model', response: [content] } : { type: role === 'user' ? 'user' : 'system', text: content }

/** Loads the weights. One thread is the steady choice on a machine that has other things to do. */
export async function loadEngine(enginePath: string, weightsPath: string): Promise<LocalEngine> {
  const engine = (await import(pathToFileURL(enginePath).href)) as Engine
  const llama = await engine.getLlama({ build: 'never', gpu: false, logLevel: 'error' })
  const model = await llama.loadModel({ modelPath: weightsPath })
  const context = await model.createContext({ contextSize: CONTEXT_TOKENS, sequences: SEQUENCES, threads: 1 })
  const grammarFor = (format: Question['format']): Promise<object> | null => {
    if (format === null) return null
    return format === 'json' ? llama.getGrammarFor('json') : llama.createGrammarForJsonSchema(format)
  }
  return {
    contextTokens: CONTEXT_TOKENS,
    countTokens: (text) => model.tokenize(text).length,
    async ask({ turns, maxTokens, temperature, seed, format, signal, onText }) {
      // A sequence that was let go of comes back a moment later.
      while (context.sequencesLeft === 0 && !signal.aborted) await sleep(5)
      const contextSequence = context.getSequence()
      const session = new engine.LlamaChatSession({ contextSequence, autoDisposeSequence: true })
      try {
        const last = turns.at(-1)
        session.setChatHistory(turns.slice(0, -1).map(historyItem))
        const grammar = await grammarFor(format)
        const { responseText, stopReason } = await session.promptWithMeta(last?.content ?? '', {
          maxTokens,
          temperature,
          signal,
          stopOnAbortSignal: true,
          onTextChunk: onText,
          ...(seed === undefined ? {} : { seed }),
          ...(grammar === null ? {} : { grammar }),
        })
        const { usedInputTokens, usedOutputTokens } = contextSequence.tokenMeter
        return {
          text: responseText,
          finishReason: stopReason === 'maxTokens' ? 'length' : 'stop',
          inputTokens: usedInputTokens,
          outputTokens: usedOutputTokens,
        }
      } finally {
        session.dispose()
      }
    },
  }
}
