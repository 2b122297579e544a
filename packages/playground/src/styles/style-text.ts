const texts = import.meta.glob<string>(['../**/*.css', '!../exchange/**'], { query: '?inline', import: 'default', eager: true })

/** Tokens first, then the kit (in a layer below), then the panels: as a page links them, but in one fixed order. */
const ORDER = ['./', '../ui/', '../messages/', '../panels/', '../']
const rank = (path: string): number => ORDER.findIndex((start) => path.startsWith(start))

/** All rules of the package, in the order in which they must stand. */
export const styleText = (): string =>
  Object.entries(texts)
    .toSorted(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1))
    .map(([, text]) => text)
    .join('\n')
