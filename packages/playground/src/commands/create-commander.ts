/** Takes commands from the first moment on, and gives them to whoever carries them out once that is there. */
export interface Commander {
  /** The id of a command. */
  give(id: string): void
  /** Answers with what ends it. */
  attach(carryOut: (id: string) => void): () => void
}

/** `fetchRest` fetches what will attach itself; it is asked again with every command until it has come. */
export function createCommander(fetchRest: () => void): Commander {
  const waiting: string[] = []
  let carryOut: ((id: string) => void) | null = null
  return {
    give(id) {
      if (carryOut !== null) {
        carryOut(id)
        return
      }
      waiting.push(id)
      fetchRest()
    },
    attach(next) {
      carryOut = next
      for (const id of waiting.splice(0)) next(id)
      return () => {
        if (carryOut === next) carryOut = null
      }
    },
  }
}
