import { describe, expect, it } from 'vitest'
import { jinja2Engine } from './index.ts'

const variables = (source: string): readonly string[] =>
  jinja2Engine.parse(source).variables.map(({ name, path }) => (path === '' ? name : `${name}:${path}`))

describe('variables', () => {
  it.each([
    ['{{ b }}{{ a }}{{ b }}', ['b', 'a']],
    ['{{ user.name }}', ['user:name']],
    ['{{ user.home["city"][0].x }}', ['user:home["city"][0].x']],
    ["{{ user['name'] }}", ["user:['name']"]],
    ['{{ xs[1:] }}', ['xs:[1:]']],
    ['{{ xs.0 }}', ['xs:0']],
    ['{{ xs[i] }}', ['xs:[i]', 'i']],
    ['{{ name.upper() }}', ['name']],
    ['{{ user.name.upper().x }}', ['user:name']],
    ['{{ user }}{{ user.name }}', ['user']],
    ['{{ x|join(sep) if c else d is divisibleby e }}', ['x', 'sep', 'c', 'd', 'e']],
    ['{% for a in xs %}{{ a }}{{ loop.index }}{{ b }}{% endfor %}{{ a }}', ['xs', 'b', 'a']],
    ['{% for a in xs if a > low %}{% else %}{{ e }}{% endfor %}', ['xs', 'low', 'e']],
    ['{% set a = b %}{{ a }}', ['b']],
    ['{{ a }}{% set a = b %}', ['a', 'b']],
    ['{% if c %}{% set a = 1 %}{% endif %}{{ a }}', ['c', 'a']],
    ['{% set a %}{{ b }}{% endset %}{{ a }}', ['b']],
    ['{% set ns = namespace(v=a) %}{% set ns.v = b %}{{ ns.v }}', ['a', 'b']],
    ['{% with a = b, c = a %}{{ a }}{{ c }}{% endwith %}', ['b', 'a']],
    ['{% macro m(p, q=d) %}{{ p }}{{ q }}{{ free }}{{ caller() }}{{ varargs }}{% endmacro %}{{ m(x) }}', ['d', 'free', 'x']],
    ['{% macro m() %}{% endmacro %}{% call(u) m() %}{{ u }}{{ v }}{% endcall %}', ['v']],
    ['{% filter replace(a, "b") %}{{ c }}{% endfilter %}', ['a', 'c']],
    ['{% block b %}{{ x }}{{ self.b }}{% endblock %}', ['x']],
    ['{% set x = 1 %}{% block b %}{{ x }}{{ y }}{% endblock %}', ['y']],
    ['{% raw %}{{ a }}{% endraw %}{# {{ b }} #}', []],
    ['{{ range(3) }}{{ dict() }}{{ namespace() }}{{ cycler(1) }}{{ joiner() }}{{ true }}{{ none }}', []],
    ['{{$.p.name}}{{ q }}{{$.xs[0]}}', ['p:name', 'q', 'xs:[0]']],
    ["{{$['a b'].c}}{{$..x}}{{$}}", ['a b:c']],
    ['{{ __proto__ }}{{ constructor.x }}', ['__proto__', 'constructor:x']],
    ['{{ naïve }}{{ 日本 }}', ['naïve', '日本']],
  ])('of %j are found in order of first use', (source, expected) => {
    expect(variables(source)).toEqual(expected)
  })

  it('say where the name stands in the source as given', () => {
    const { variables: found } = jinja2Engine.parse('a\r\n  {{ user.name }}{{$.p.q}}')
    expect(found.map(({ span }) => span)).toEqual([
      { offset: 8, length: 4, line: 2, column: 6 },
      { offset: 22, length: 5, line: 2, column: 20 },
    ])
  })
})

describe('placeholders', () => {
  it('cover every tag with its braces, and name what it reads first', () => {
    const source = 'a {{ user.name }}{% for x in xs %}{{ x }}{# c #}{%- endfor -%} {% raw %}{{ r }}{% endraw %}{{$.p}}{{ 1 }}'
    const { placeholders } = jinja2Engine.parse(source)
    expect(placeholders.map(({ kind, name, span }) => [kind, name, source.slice(span.offset, span.offset + span.length)])).toEqual([
      ['variable', 'user', '{{ user.name }}'],
      ['statement', 'xs', '{% for x in xs %}'],
      ['variable', '', '{{ x }}'],
      ['comment', '', '{# c #}'],
      ['statement', '', '{%- endfor -%}'],
      ['statement', '', '{% raw %}'],
      ['statement', '', '{% endraw %}'],
      ['variable', '', '{{$.p}}'],
      ['variable', '', '{{ 1 }}'],
    ])
  })

  it('have lines and columns of the source as given', () => {
    expect(jinja2Engine.parse('\r\n\r\n {{ a }}').placeholders.map(({ span }) => span)).toEqual([
      { offset: 5, length: 7, line: 3, column: 2 },
    ])
  })
})
