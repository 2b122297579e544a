/** The smallest amount we count in, so that sums of prices hold to the last digit: 10^-12 USD. */
const PICO = 1e12

export const toPicoUsd = (usd: number): bigint => BigInt(Math.round(usd * PICO))
export const fromPicoUsd = (pico: bigint): number => Number(pico) / PICO

/** Adds amounts without the drift of adding floats: ten times `0.1` is `1`. */
export const sumUsd = (amounts: Iterable<number>): number => {
  let pico = 0n
  for (const amount of amounts) pico += toPicoUsd(amount)
  return fromPicoUsd(pico)
}
