import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = { x: 5, xs: [3, 1, 2] }

describe('whitespace and literals', () => {
  it.each([
    ['a\n\n', 'a\n'],
    ['a\r\n\r\n', 'a\n'],
    ['a\r', 'a'],
    ['\n', ''],
    ['a {{- x -}} b', 'a5b'],
    ['a {{+ x }} b', 'a 5 b'],
    ['{{ x -}}   ', '5'],
    ['{%- if x -%} a {%- endif -%} b', 'ab'],
    ['{%+ if x +%} a {%+ endif +%} b', ' a  b'],
    ['{# ok #}a{#- b -#}  c', 'ac'],
    ['a  {#- b #}  c', 'a  c'],
    ['{% for x in xs -%}\n  {{ x }}\n{%- endfor %}\nend\n', '312\nend'],
    ['{%- for x in xs %}\n* {{ x }}\n{%- endfor %}\r\nend\r\n', '\n* 3\n* 1\n* 2\nend'],
    ['{% if x %}\r\n a\r\n{% endif %}\r\nb', '\n a\n\nb'],
    ['\u0085{{- x }}\u00a0{{- x }}\ufeff{{- x }}', '55\ufeff5'],
    ['{% set a %}\nx\n{% endset %}{{ a }}', '\nx\n'],
    ['  {%- if x %}\n  y\n  {% endif -%}\n z', '\n  y\n  z'],
    ['{{-1}}{{+1}}{{- -1 }}', '11-1'],
  ])('keeps and strips white space: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% raw %}{{ x }}{% if %}{% endraw %}', '{{ x }}{% if %}'],
    ['{% raw -%}   {{ x }}   {%- endraw %} z', '{{ x }} z'],
    ['a {%- raw %} b {% endraw -%}   c', 'a b c'],
    ['{% raw %}\n{% endraw %}', '\n'],
    ['{%raw%}{%endraw%}', ''],
    ['{% raw %}\r\n{# #}{% endraw +%} x', '\n{# #} x'],
  ])('leaves raw blocks alone: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{%if x%}a{%endif%}', 'a'],
    ['{{x}}{{\tx\t}}', '55'],
    ['{{ x\n+\n1 }}', '6'],
    ['{##}x', 'x'],
    ["{{ {'a': {'b': 1}}.a.b }}{{ {'a': {'b': 1}} }}", "1{'a': {'b': 1}}"],
    ['{{ \'}}\' }}{{ "%}" }}', '}}%}'],
    ['{{ x }} }} %} #} { x } {x}', '5 }} %} #} { x } {x}'],
  ])('reads tags without spaces and over lines: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ["{{ 'a' 'b' \"c\" }}", 'abc'],
    ["{{ 'it\\'s' }}{{ \"q\\\"q\" }}{{ '\\n\\t\\\\x' }}{{ '\\x41\\u00e9\\U0001F600' }}{{ '\\101' }}{{ '\\q' }}", 'it\'sq"q\n\t\\xAé😀A\\q'],
    ["{{ 'é\\é日' }}{{ '\\日\\😀' }}", 'é\\xe9日\\u65e5\\U0001f600'],
    ["{{ 'a\nb' }}{{ 'a\r\nb' }}", 'a\nba\nb'],
    ["{{ 'a\\\nb' }}{{ '\\a\\b\\f\\v\\r'|length }}", 'ab5'],
    ["{{ '\\0'|length }}{{ '\\08' == '\\x008' }}", '1True'],
  ])('reads strings: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{{ 1_000 + 0x1F + 0b101 + 0o17 }}{{ 0X_ff }}', '1051255'],
    ['{{ 1e3 }} {{ 1.5e-3 }} {{ 1_0.5_0 }} {{ 1E2 }} {{ 1e+2 }}', '1000.0 0.0015 10.5 100.0 100.0'],
    ['{{ 00 }} {{ 0_0 }} {{ 12345678901234567890 }}', '0 0 12345678901234567890'],
    ['{{ 1.5.real }} {{ [[1, 2]].0.1 }} {{ xs.0.real }}', '1.5 2 3'],
  ])('reads numbers: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{{ true }}{{ True }}{{ false }}{{ False }}{{ none }}{{ None }}', 'TrueTrueFalseFalseNoneNone'],
    ["{{ [1, 2,] }}{{ (1,) }}{{ () }}{{ {} }}{{ {'a': 1,} }}{{ (1) }}{{ 1, 2 }}", "[1, 2](1,)(){}{'a': 1}1(1, 2)"],
    ["{{ {1: 'a', 1.0: 'b', true: 'c'} }}{{ {'a': 1, 'a': 2} }}{{ {(1, 2): 3}[(1, 2)] }}{{ {none: 1}[none] }}", "{1: 'c'}{'a': 2}31"],
  ])('reads the other literals: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
