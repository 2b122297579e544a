import type { ToolMock } from '@vitrine/contracts'
import { loadFormat } from '@vitrine/templating'
import { useState } from 'react'
import { useText } from '../../../messages/use-text.ts'
import { latePart } from '../../../ui/late-part.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useSettings } from '../use-settings.ts'
import { mockOf, withMock } from './edited-tools.ts'
import type { FunctionTool } from './function-tool.ts'
import { JsonMockField } from './json-mock-field.tsx'
import css from './tools.module.css'

const MockPreview = latePart(async () => {
  const [{ MockPreview: Preview }] = await Promise.all([import('./mock-preview.tsx'), loadFormat('jinja2')])
  return Preview
})

type MockKind = ToolMock['type'] | 'none'
const BEGINNINGS: { readonly [Kind in ToolMock['type']]: Extract<ToolMock, { readonly type: Kind }> } = {
  text: { type: 'text', text: '' },
  json: { type: 'json', value: {} },
  template: { type: 'template', template: '' },
}
const EXAMPLE = '{{ a + b }}'

const rowsOf = (text: string): number => Math.min(8, Math.max(2, text.split('\n').length))

/** What every call of a tool is answered with, without anything being run. */
export function MockFields({ tool }: { readonly tool: FunctionTool }) {
  const say = useText('tools')
  const { settings, change } = useSettings()
  const [last, setLast] = useState<{ readonly [Kind in ToolMock['type']]?: ToolMock }>({})
  const { name } = tool.function
  const mock = mockOf(settings, name)
  const set = (next: ToolMock | null) => change(withMock(settings, name, next))
  const choose = (kind: MockKind) => {
    if (mock !== null) setLast({ ...last, [mock.type]: mock })
    set(kind === 'none' ? null : (last[kind] ?? BEGINNINGS[kind]))
  }
  const kinds: readonly { readonly value: MockKind; readonly label: string }[] = [
    { value: 'none', label: say('resultNone') },
    { value: 'text', label: say('resultText') },
    { value: 'json', label: say('resultJson') },
    { value: 'template', label: say('resultTemplate') },
  ]
  return (
    <div className={css.mock} role="group" aria-label={say('result')}>
      <span className={css.label}>{say('result')}</span>
      <Segmented label={say('result')} size={24} value={mock?.type ?? 'none'} options={kinds} onChange={choose} />
      {mock === null && <p className={css.help}>{say('resultNoneHelp')}</p>}
      {mock?.type === 'text' && (
        <TextArea
          label={say('resultTextField')}
          placeholder={say('resultTextField')}
          rows={rowsOf(mock.text)}
          value={mock.text}
          onChange={(text) => set({ type: 'text', text })}
        />
      )}
      {mock?.type === 'json' && <JsonMockField mock={mock} onChange={set} />}
      {mock?.type === 'template' && (
        <>
          <TextArea
            label={say('resultTemplateField')}
            placeholder={EXAMPLE}
            mono
            dir="ltr"
            rows={rowsOf(mock.template)}
            value={mock.template}
            onChange={(template) => set({ type: 'template', template })}
          />
          <p className={css.help}>{say('resultTemplateHelp', { example: EXAMPLE })}</p>
          <MockPreview tool={tool} template={mock.template} />
        </>
      )}
    </div>
  )
}
