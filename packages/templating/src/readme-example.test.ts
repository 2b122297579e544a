import { describe, expect, it } from 'vitest'
import { parseTemplate } from './parse-template.ts'
import { renderTemplate } from './render-template.ts'

describe('the example of the README', () => {
  it('does what it says', () => {
    const parsed = parseTemplate('curly', 'Hi {{ user.name }}')
    if (!parsed.ok) throw new Error(parsed.problem.message)
    expect(parsed.template.variables).toMatchObject([{ name: 'user', path: 'name', span: { offset: 3, length: 15 } }])
    expect(renderTemplate(parsed.template, { user: { name: 'Ada' } })).toEqual({ ok: true, text: 'Hi Ada' })
    expect(renderTemplate(parsed.template, {})).toMatchObject({ ok: false, problem: { code: 'missing_variables', names: ['user.name'] } })
  })
})
