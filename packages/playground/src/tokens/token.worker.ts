import { countTokens as encodedLength } from 'gpt-tokenizer/encoding/o200k_base'
import { countTokens } from './count-tokens.ts'
import type { CountRequest } from './create-token-counter.ts'

const AS_TEXT = { disallowedSpecial: new Set<string>() }

addEventListener('message', ({ data }: MessageEvent<CountRequest>) => {
  postMessage({ id: data.id, ...countTokens(data.text, (text) => encodedLength(text, AS_TEXT)) })
})
