const texts = import.meta.glob<string>('../**/*.css', { query: '?inline', import: 'default', eager: true })

/** Tokens first, then the kit, then the panels, so that a panel's class wins over the kit's where both are as specific. */
const ORDER = ['./', '../ui/', '../messages/', '../panels/', '../']
const rank = (path: string): number => ORDER.findIndex((start) => path.startsWith(start))

/** All rules of the package, in the order in which they must stand. */
export const styleText = (): string =>
  Object.entries(texts)
    .toSorted(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1))
    .map(([, text]) => text)
    .join('\n')
