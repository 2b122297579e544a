import { hoverTooltip } from '@codemirror/view'
import { parseTemplate } from '@vitrine/templating'
import type { FactsField } from './facts-field.ts'

/** The first values of the variable under the pointer. */
export const variableHover = (facts: FactsField) =>
  hoverTooltip((view, position) => {
    const { format, valuesOf } = view.state.field(facts)
    const parsed = parseTemplate(format, view.state.doc.toString())
    const found = parsed.ok
      ? parsed.template.placeholders.find(({ span }) => position >= span.offset && position <= span.offset + span.length)
      : undefined
    if (!found || found.name === '') return null
    const values = valuesOf(found.name)
    if (values.length === 0) return null
    return {
      pos: found.span.offset,
      end: found.span.offset + found.span.length,
      above: true,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'cm-values'
        for (const value of values)
          dom.append(Object.assign(document.createElement('div'), { textContent: value.slice(0, 120), dir: 'auto' }))
        return { dom }
      },
    }
  })
