/** Attempts that a machine gets which is busy with something else. */
const MOST_ATTEMPTS = 20

/** What some work takes at its quickest; no further attempt is made once it took less than is enough. Milliseconds. */
export function shortestMs(work: () => unknown, enoughMs: number): number {
  let shortest = Infinity
  for (let attempt = 0; attempt < MOST_ATTEMPTS && shortest >= enoughMs; attempt++) {
    const began = performance.now()
    work()
    shortest = Math.min(shortest, performance.now() - began)
  }
  return shortest
}
