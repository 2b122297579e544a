/** Where the text of a stream goes, and whether anybody takes it. */
export interface Outlet {
  /** What the request is answered with. */
  readonly response: Response
  /** False while a slow reader has not taken what is there. */
  readonly hasRoom: boolean
  write(text: string): void
  /** Everything was said. */
  end(): void
  /** Breaks off, so that the reader sees that there was to be more. */
  fail(cause: unknown): void
}

export interface OutletEvents {
  /** The reader has caught up. */
  readonly onRoom: () => void
  /** The reader is gone. */
  readonly onLeave: () => void
}
