/** `840 bytes`, `212 kB`, `4.2 MB`, in the words of the language. *Units*: bytes; thousands of them, as files are measured. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, divisor, digits] =
    bytes < 1000 ? (['byte', 1, 0] as const) : bytes < 999_500 ? (['kilobyte', 1000, 0] as const) : (['megabyte', 1_000_000, 1] as const)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: bytes < 1000 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(bytes / divisor)
}
