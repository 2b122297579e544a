import type { Catalogue, LateArea } from './catalogue.ts'
import { addTexts } from './create-texts.ts'
import { useTexts } from './use-texts.ts'

/**
 * Brings the texts of an area along with the panel that says them, so that a page does not wait for what it may never say. They are the
 * English ones; those of another language come with that language, all at once.
 */
export function useLateTexts<A extends LateArea>(area: A, own: Catalogue[A]): void {
  addTexts(useTexts(), area, own)
}
