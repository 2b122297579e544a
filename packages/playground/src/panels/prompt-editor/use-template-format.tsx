import type { TemplateFormat } from '@vitrine/contracts'
import { loadFormat } from '@vitrine/templating'
import { type ReactNode, useState } from 'react'
import { usePlayground } from '../../playground-context.ts'
import { latePart } from '../../ui/late-part.tsx'
import type { PromptConversion } from './conversion.ts'

const ConversionDialog = latePart(async () => (await import('./conversion-dialog.tsx')).ConversionDialog)

/** Another way to write placeholders: it offers to rewrite those that are there, and shows first what would change. */
export function useTemplateFormat(): { readonly choose: (to: TemplateFormat) => Promise<void>; readonly offer: ReactNode } {
  const { prompt, store } = usePlayground().state
  const [offered, setOffered] = useState<PromptConversion | null>(null)
  const choose = async (to: TemplateFormat) => {
    if (to === store.get(prompt.draftAtom).templateFormat) return
    const [{ conversionOf }] = await Promise.all([import('./conversion.ts'), loadFormat(to)])
    const conversion = conversionOf(store.get(prompt.variants.listAtom), store.get(prompt.draftAtom).templateFormat, to)
    if (conversion.texts.length === 0 && conversion.broken.length === 0) prompt.patch({ templateFormat: to }, 'format')
    else setOffered(conversion)
  }
  const offer = offered && <ConversionDialog conversion={offered} onClose={() => setOffered(null)} />
  return { choose, offer }
}
