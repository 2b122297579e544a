import { useState } from 'react'
import type { Catalogue, LateArea } from './catalogue.ts'
import { addTexts } from './create-texts.ts'
import { useTexts } from './use-texts.ts'

/** Brings the texts of an area along with the panel that says them, so that a page does not wait for what it may never say. */
export function useLateTexts<A extends LateArea>(area: A, own: Catalogue[A]): void {
  const texts = useTexts()
  useState(() => addTexts(texts, area, own))
}
