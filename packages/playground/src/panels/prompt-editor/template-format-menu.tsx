import { TEMPLATE_FORMATS, type TemplateFormat } from '@vitrine/contracts'
import { loadFormat } from '@vitrine/templating'
import { useAtomValue } from 'jotai'
import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import type { PromptConversion } from './conversion.ts'
import css from './prompt-editor.module.css'

const ConversionDialog = lazy(async () => ({ default: (await import('./conversion-dialog.tsx')).ConversionDialog }))

const EXAMPLES: Readonly<Record<TemplateFormat, string>> = {
  curly: '{{curly}}',
  fstring: '{fstring}',
  jinja2: '{{ jinja2 }}',
  mustache: '{{mustache}}',
}

/** The way placeholders are written. Another one offers to rewrite those that are there, and shows first what would change. */
export function TemplateFormatMenu() {
  const say = useText('promptEditor')
  const { state } = usePlayground()
  const prompt = useAtomValue(state.prompt.draftAtom)
  const [offered, setOffered] = useState<PromptConversion | null>(null)
  const format = prompt.templateFormat

  const choose = async (to: TemplateFormat) => {
    if (to === format) return
    const [{ conversionOf }] = await Promise.all([import('./conversion.ts'), loadFormat(to)])
    const conversion = conversionOf(state.store.get(state.prompt.draftAtom), to)
    if (conversion.texts.length === 0 && conversion.broken.length === 0) state.prompt.patch({ templateFormat: to }, 'format')
    else setOffered(conversion)
  }
  const notes = { curly: say('curlyNote'), fstring: say('fstringNote'), jinja2: say('jinja2Note'), mustache: say('mustacheNote') }
  return (
    <>
      <Menu
        trigger={
          <Button
            kind="quiet"
            endIcon={ChevronDown}
            data-testid="template-format"
            data-format={format}
            aria-label={say('syntaxOf', { format })}
          >
            {say('syntax')} <bdi className={css.syntax}>{EXAMPLES[format]}</bdi>
          </Button>
        }
      >
        <MenuChoice
          label={say('syntax')}
          value={format}
          options={TEMPLATE_FORMATS.map((value) => ({
            value,
            label: <bdi className={css.syntax}>{EXAMPLES[value]}</bdi>,
            end: notes[value],
          }))}
          onChange={(to) => void choose(to)}
        />
      </Menu>
      {offered && (
        <Suspense>
          <ConversionDialog conversion={offered} onClose={() => setOffered(null)} />
        </Suspense>
      )}
    </>
  )
}
