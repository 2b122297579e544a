import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {}

describe('HTML and URL filters', () => {
  it.each([
    [
      "{{ '<b>'|e }}{{ '<b>'|safe|e }}{{ '<b>'|e|e }}{{ '<b>'|e|forceescape }}{{ \"a'b\\\"c&\"|escape }}{{ 5|e }}",
      '&lt;b&gt;<b>&lt;b&gt;&amp;lt;b&amp;gt;a&#39;b&#34;c&amp;5',
    ],
    [
      "{{ ('<b>'|safe) + '<i>' }}{{ '<i>' + ('<b>'|safe) }}{{ ('%s'|safe) % '<' }}{{ ('{}'|safe).format('<') }}{{ ('<'|safe).join(['>', '<'|safe]) }}",
      '<b>&lt;i&gt;&lt;i&gt;<b>&lt;&lt;&gt;<<',
    ],
    [
      "{{ ('a b'|safe).split() }}{{ ('<b>'|safe).replace('b', '<') }}{{ ('<'|safe).upper() is escaped }}{{ ['a'|escape] }}{{ ('<'|safe)[0] is escaped }}{{ ('ab'|safe)|list }}",
      "[Markup('a'), Markup('b')]<&lt;>True[Markup('a')]True['a', 'b']",
    ],
  ])('escapes once: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ '<b>a &amp; b</b>  <!-- c <x> --> d &lt; &#65; &#x42; &eacute; &nbsp;x &hellip; &unknown; &ampx &copy'|striptags }}",
      'a & b d < A B é \u00a0x … &unknown; &x ©',
    ],
    [
      "{{ 'a < b > c'|striptags }}{{ 'a < b'|striptags }}{{ '<!-- open <b>x</b>'|striptags }}{{ '&#0;&#128;&#xD800;&#1;'|striptags }}",
      'a ca < bx�€�',
    ],
  ])('strips tags: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "[{{ {'a': 1}|xmlattr }}][{{ {'a': none, 'b': undef, 'c': '<\"'}|xmlattr }}][{{ {}|xmlattr }}][{{ {'a': 1}|xmlattr(false) }}]",
      '[ a="1"][ c="&lt;&#34;"][][a="1"]',
    ],
  ])('writes attributes: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ 'a b/c?d=é&f'|urlencode }} {{ {'a b': 'c/d', 'e': 1}|urlencode }} {{ [('a', 1)]|urlencode }} {{ \"!'()*~_.-\"|urlencode }} {{ 5|urlencode }}",
      'a%20b/c%3Fd%3D%C3%A9%26f a+b=c%2Fd&e=1 a=1 %21%27%28%29%2A~_.- 5',
    ],
  ])('quotes for URLs: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ 'http://a.com/x?y=1 and www.b.org. (https://c.de) me@x.org mailto:q@r.st <z> ftp://nope'|urlize }}",
      '<a href="http://a.com/x?y=1" rel="noopener">http://a.com/x?y=1</a> and <a href="https://www.b.org" rel="noopener">www.b.org</a>. (<a href="https://c.de" rel="noopener">https://c.de</a>) <a href="mailto:me@x.org">me@x.org</a> <a href="mailto:q@r.st">q@r.st</a> &lt;z&gt; ftp://nope',
    ],
    [
      "{{ 'https://en.wikipedia.org/wiki/X_(y) (see http://a.b/c_(d))'|urlize }}",
      '<a href="https://en.wikipedia.org/wiki/X_(y)" rel="noopener">https://en.wikipedia.org/wiki/X_(y)</a> (see http://a.b/c_(d))',
    ],
    [
      "{{ 'www.a-long-address.com'|urlize(8, true, '_blank') }} {{ 'a.com'|urlize(rel='x y') }} {{ 'tel:123 x'|urlize(extra_schemes=['tel:']) }}",
      '<a href="https://www.a-long-address.com" rel="nofollow noopener" target="_blank">www.a-lo...</a> a.com <a href="tel:123" rel="noopener">tel:123</a> x',
    ],
    [
      "{{ 'http://1.2.3.4:80/ http://[::1:2]/ @a@b.com a.b http://x <http://z.net>'|urlize }}",
      '<a href="http://1.2.3.4:80/" rel="noopener">http://1.2.3.4:80/</a> <a href="http://[::1:2]/" rel="noopener">http://[::1:2]/</a> @a@b.com a.b http://x &lt;<a href="http://z.net" rel="noopener">http://z.net</a>&gt;',
    ],
  ])('makes links: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
