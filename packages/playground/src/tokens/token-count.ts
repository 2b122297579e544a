/** How many tokens a text is. */
export interface TokenCount {
  readonly tokens: number
  /** False where the text held runs so long that they were counted in pieces: the sum may then be a few tokens too high. */
  readonly isExact: boolean
}

/** Counts with the model's own encoding, away from the page's thread. */
export interface TokenCounter {
  /** Null where it cannot be counted: there is no worker, it took too long, or a newer text has taken its place. Never rejects. */
  count(text: string): Promise<TokenCount | null>
  dispose(): void
}
