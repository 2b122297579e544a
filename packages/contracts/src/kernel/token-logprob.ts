/** How likely a token was, as the natural logarithm of its probability; `top` are the likeliest at its place. */
export interface TokenLogprob {
  readonly token: string
  readonly logprob: number
  readonly top?: readonly { readonly token: string; readonly logprob: number }[]
}

/** The tokens of one part of an answer, in their order. `index` is that of the part. */
export interface PartLogprobs {
  readonly index: number
  readonly tokens: readonly TokenLogprob[]
}
