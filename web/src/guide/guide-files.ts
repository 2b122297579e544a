/** Its pages in the order in which somebody new reads them. */
export const GUIDE_PAGES = [
  'first-run',
  'cases-from-a-spreadsheet',
  'comparing-two-models',
  'explaining-a-cost',
  'failing-on-purpose',
] as const

const texts = import.meta.glob<string>('../../guide/*.md', { query: '?raw', import: 'default', eager: true })
const pictures = import.meta.glob<string>('../../guide/pictures/*.webp', { query: '?url', import: 'default', eager: true })

/** The text of a page; null where there is none of that name. */
export const guideText = (name: string): string | null => texts[`../../guide/${name}.md`] ?? null
/** The address of a picture, by its path beside the page. */
export const pictureUrl = (path: string): string | undefined => pictures[`../../guide/${path}`]
