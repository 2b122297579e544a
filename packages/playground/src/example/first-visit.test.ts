import { renderPrompt, variablesOfPrompt } from '@vitrine/templating'
import { describe, expect, it } from 'vitest'
import { FIRST_VISIT } from './first-visit.ts'

const { prompt, rows } = FIRST_VISIT
const template = { format: prompt.templateFormat, messages: prompt.messages }

describe('the example of the first visit', () => {
  it('reads exactly the columns that its rows have', () => {
    const { variables, problems } = variablesOfPrompt(template)
    expect(problems).toEqual([])
    const names = variables.map(({ name }) => name)
    expect(names).toEqual(['ticket', 'customer'])
    for (const { data } of rows) expect(Object.keys(data).toSorted()).toEqual(names.toSorted())
  })

  it('renders every row', () => {
    expect(rows.length).toBeGreaterThanOrEqual(6)
    for (const { data } of rows) {
      const rendered = renderPrompt(template, data)
      expect(rendered.ok && rendered.messages[1]?.content).toBe(`Ticket: ${data['ticket']}\nCustomer: ${data['customer']}`)
    }
  })

  it('asks for an answer of a fixed form', () => {
    expect(prompt.llmConfig.responseFormat).toMatchObject({
      type: 'json_schema',
      jsonSchema: { schema: { required: ['intent', 'urgency', 'order_number', 'summary'], additionalProperties: false } },
    })
  })
})
