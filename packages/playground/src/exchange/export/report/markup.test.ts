import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Markup, escaped, markup } from './markup.ts'

describe('markup', () => {
  it('escapes whatever is put into it', () => {
    expect(String(markup`<p title="${'" onclick="x'}">${'<b>&amp;'}</p>`)).toBe('<p title="&quot; onclick=&quot;x">&lt;b&gt;&amp;amp;</p>')
  })
  it('takes what was put together before as it is, one or many, and nothing as nothing', () => {
    expect(String(markup`<p>${markup`<b>${1}</b>`}${[markup`<i>a</i>`, markup`<i>b</i>`]}${null}${false}</p>`)).toBe(
      '<p><b>1</b><i>a</i><i>b</i></p>',
    )
  })
  it('is made by nothing that came out of JSON', () => {
    const forged = JSON.parse('{"html":"<script>"}') as unknown
    expect(forged instanceof Markup).toBe(false)
    expect(String(markup`${String(forged)}`)).not.toContain('<')
  })
  it('never lets a text leave its place', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', '\0', '\ud800') })),
        (text) => {
          expect(escaped(text)).not.toMatch(/[<>"'\0]|&(?!(amp|lt|gt|quot|#39);)/)
          expect(escaped(text).isWellFormed()).toBe(true)
        },
      ),
    )
  })
})
