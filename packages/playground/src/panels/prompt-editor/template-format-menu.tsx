import { TEMPLATE_FORMATS, type TemplateFormat } from '@vitrine/contracts'
import { useAtomValue } from 'jotai'
import { ChevronDown } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import css from './prompt-editor.module.css'
import { useTemplateFormat } from './use-template-format.tsx'

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
  const { choose, offer } = useTemplateFormat()
  const format = prompt.templateFormat
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
            <span className={css.syntaxWord}>{say('syntax')} </span>
            <bdi className={css.syntax}>{EXAMPLES[format]}</bdi>
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
      {offer}
    </>
  )
}
