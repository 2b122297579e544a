import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  x: 5,
  z: 0,
  s: 'Hello World',
  xs: [3, 1, 2],
  d: { a: 1, b: 2, C: 3 },
  em: [],
  u: 'naïve 日本 😀 é',
  users: [
    { name: 'Ann', age: 30, city: 'CA', on: true },
    { name: 'bob', age: 25, city: 'ca', on: false },
    { name: 'Cid', age: 30, city: 'NY' },
  ],
  html: '<a href="x">T & \'q\'</a>',
  tree: [
    {
      v: 1,
      c: [
        { v: 2, c: [] },
        { v: 3, c: [{ v: 4, c: [] }] },
      ],
    },
    { v: 5, c: [] },
  ],
}

describe('statements', () => {
  it.each([
    ['{% if x %}y{% elif z %}z{% else %}n{% endif %}', 'y'],
    ['{% if z %}y{% elif x > 3 %}z{% else %}n{% endif %}', 'z'],
    ['{% if z %}y{% elif z %}z{% else %}n{% endif %}', 'n'],
    ['{% if not em %}empty{% endif %}{% if d %}full{% endif %}', 'emptyfull'],
    ['{% if x: %}a{% endif %}', 'a'],
    ['{% if z %}{{ x|nosuch }}{% endif %}ok', 'ok'],
  ])('branches: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      '{% for i in xs %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}|{% endfor %}',
      '1032TrueFalse3|2121FalseFalse3|3210FalseTrue3|',
    ],
    ['{% for i in xs %}{{ loop.previtem }}-{{ loop.nextitem }}|{{ loop.previtem is defined }}{% endfor %}', '-1|False3-2|True1-|True'],
    [
      "{% for i in xs %}{{ loop.cycle('a','b') }}{{ loop.changed(i > 1) }}{{ loop.depth }}{{ loop.depth0 }}{% endfor %}",
      'aTrue10bTrue10aTrue10',
    ],
    ['{% for i in xs if i > 1 %}{{ i }}{{ loop.length }}{{ loop.last }}{% else %}none{% endfor %}', '32False22True'],
    ['{% for i in xs if i > 100 %}{{ i }}{% else %}none{% endfor %}', 'none'],
    ['{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}', 'a=1;b=2;C=3;'],
    ['{% for k in d %}{{ k }}{% endfor %}{% for c in u %}{{ c }}.{% endfor %}', 'abCn.a.ï.v.e. .日.本. .😀. .é.'],
    ['{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}', '123'],
    ['{% for a, b in ["xy"] %}{{ a }}{{ b }}{% endfor %}', 'xy'],
    ['{% for n in undef %}x{% else %}empty{% endfor %}', 'empty'],
    [
      '{% for i in range(3) %}{% for j in range(2) %}{{ loop.index }}{{ i }}{{ j }} {% endfor %}{{ loop.index }}{% endfor %}',
      '100 201 1110 211 2120 221 3',
    ],
    ["{% for i in xs|map('string') %}{{ loop.revindex }}{{ i }}{{ loop.last }}{% endfor %}", '33False21False12True'],
    [
      '{% for x in xs %}{% set o = loop %}{% for y in xs %}{{ o.index }}{{ loop.index }} {% endfor %}{% endfor %}',
      '11 12 13 21 22 23 31 32 33 ',
    ],
    ['{% for x in xs %}{{ loop }}{% endfor %}', '<LoopContext 1/3><LoopContext 2/3><LoopContext 3/3>'],
    ['{% set l = [1, 2, 3] %}{% for i in l %}{% if i < 3 %}{% set _ = l.append(i + 10) %}{% endif %}{{ i }} {% endfor %}', '1 2 3 11 12 '],
  ])('loops: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% for n in tree recursive %}{{ n.v }}({{ loop.depth }}{{ loop(n.c) }}){% endfor %}', '1(12(2)3(24(3)))5(1)'],
    ['{% for n in tree recursive %}{{ n.v }}{% if n.c %}[{{ loop(n.c) }}]{% endif %}{% else %}E{% endfor %}', '1[23[4]]5'],
    ['{% for x in tree if x.v > 1 recursive %}{{ x.v }}{{ loop(x.c) }}{% endfor %}', '5'],
  ])('recurses in loops: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% set q = 1 %}{% for i in xs %}{% set q = q + i %}{{ q }}{% endfor %}{{ q }}', '4231'],
    [
      '{% set ns = namespace(q=0) %}{% for i in xs %}{% set ns.q = ns.q + i %}{% endfor %}{{ ns.q }}{{ ns.zz }}|{{ ns }}',
      "6|<Namespace {'q': 6}>",
    ],
    ['{% set a, b = 1, 2 %}{{ a }}{{ b }}{% set c = 1, 2 %}{{ c }}{% set (d, e) = (1, 2) %}{{ d }}{{ e }}', '12(1, 2)12'],
    ['{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.a + ns.b }}', '3'],
    ['{% set a %}x{{ x }}{% endset %}{{ a }}|{{ a|length }}', 'x5|2'],
    ['{% set a | upper | replace("X", "y") %}x{{ x }}{% endset %}{{ a }}', 'y5'],
    ['{% if x %}{% set v = 1 %}{% endif %}{{ v }}{% if z %}{% set w = 1 %}{% endif %}[{{ w }}]', '1[]'],
    ['{% if z %}{% set x = 1 %}{% endif %}[{{ x }}]', '[5]'],
    ['{{ x }}{% set x = 9 %}{{ x }}', '59'],
    ['{% for i in xs %}{{ x }}{% set x = i %}{{ x }}{% endfor %}{{ x }}', '5351525'],
    ['{% for i in xs %}[{{ y }}]{% endfor %}{% set y = 1 %}', '[][][]'],
  ])('sets: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% with a = 1, b = a %}{{ a }}[{{ b }}]{% endwith %}{{ a }}', '1[]'],
    ['{% with %}{% set a = 3 %}{{ a }}{% endwith %}[{{ a }}]', '3[]'],
    ['{% with a = x, x = 3 %}{{ a }}{{ x }}{% endwith %}{{ x }}', '535'],
    ['{% with a, b = (1, 2) %}{{ a }}{{ b }}{% endwith %}', '12'],
  ])('opens scopes: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      '{% macro m(a, b=2, c=a) %}{{ a }}-{{ b }}-{{ c }}{% endmacro %}{{ m(1) }} {{ m(1,3) }} {{ m(1,c=9) }} {{ m(b=4,a=5) }} {{ m() }}',
      '1-2-1 1-3-1 1-2-9 5-4-5 -2-',
    ],
    ['{% macro m(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1,2,3,z=4) }}', "1(2, 3){'z': 4}"],
    ['{% macro m() %}{{ caller() }}{{ caller is defined }}{% endmacro %}{% call m() %}inner{{ x }}{% endcall %}', 'inner5True'],
    ["{% macro m() %}{{ caller('a', 2) }}{% endmacro %}{% call(p, q) m() %}{{ p }}{{ q }}{% endcall %}", 'a2'],
    [
      '{% macro m(us) %}{% for u in us %}{{ caller(u) }};{% endfor %}{% endmacro %}{% call(u) m(users) %}{{ u.name }}{% endcall %}',
      'Ann;bob;Cid;',
    ],
    [
      '{% macro m(a, b) %}{% endmacro %}{{ m.name }}{{ m.arguments }}{{ m.catch_kwargs }}{{ m.catch_varargs }}{{ m.caller }}{{ m }}',
      "m('a', 'b')FalseFalseFalse<Macro 'm'>",
    ],
    ['{% macro f(n) %}{% if n > 0 %}{{ n }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(5) }}', '54321'],
    ['{% macro m() %}{{ late }}{% endmacro %}{% set late = 7 %}{{ m() }}', '7'],
    ['{% macro m() %}{% set x = 1 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}', '15'],
    ['{% macro outer() %}{% macro inner() %}i{% endmacro %}{{ inner() }}o{% endmacro %}{{ outer() }}', 'io'],
    ['{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}', 'B'],
  ])('calls macros: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% filter upper %}abc{{ s }}{% endfilter %}', 'ABCHELLO WORLD'],
    ["{% filter replace('a','b')|upper %}abc{% endfilter %}", 'BBC'],
  ])('filters blocks: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ['{% block a %}A{{ x }}{% endblock %}', 'A5'],
    ['{% block a %}A{% endblock %}{{ self.a() }}', 'AA'],
    ['{% set w = 3 %}{% block a %}{{ w }}{% endblock %}', '3'],
    ['{% for i in xs %}{% block a %}[{{ i }}]{% endblock %}{% endfor %}', '[][][]'],
    ['{% for i in xs %}{% block a scoped %}{{ i }}{{ loop.index }}{% endblock %}{% endfor %}', '311223'],
    ['{% block a %}{% block b %}in{% endblock %}{% endblock a %}', 'in'],
  ])('renders blocks in place: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{% autoescape true %}{{ html }}{{ html|safe }}{{ '<b>' ~ html }}{{ ['<', html|safe]|join(',') }}{% endautoescape %}{{ html }}",
      '&lt;a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;&lt;/a&gt;<a href="x">T & \'q\'</a>&lt;b&gt;&lt;a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;&lt;/a&gt;&lt;,<a href="x">T & \'q\'</a><a href="x">T & \'q\'</a>',
    ],
    [
      '{% autoescape x %}{{ html }}{% endautoescape %}{% autoescape false %}{{ html }}{% endautoescape %}',
      '&lt;a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;&lt;/a&gt;<a href="x">T & \'q\'</a>',
    ],
    [
      '{% autoescape true %}{% set a %}<b>{{ html }}{% endset %}{{ a }}{% endautoescape %}',
      '<b>&lt;a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;&lt;/a&gt;',
    ],
    [
      '{% autoescape true %}{% macro m(q) %}<i>{{ q }}</i>{% endmacro %}{{ m(html) }}{% endautoescape %}',
      '<i>&lt;a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;&lt;/a&gt;</i>',
    ],
    [
      '{% autoescape true %}{{ html|replace("<","[") }}{{ {\'a\':html}|xmlattr }}{{ "www.a.com <"|urlize }}{% endautoescape %}',
      '[a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;[/a&gt; a="&lt;a href=&#34;x&#34;&gt;T &amp; &#39;q&#39;&lt;/a&gt;"<a href="https://www.a.com" rel="noopener">www.a.com</a> &lt;',
    ],
    [
      '{% autoescape true %}{% filter upper %}{{ html }}{% endfilter %}{% endautoescape %}',
      '&LT;A HREF=&#34;X&#34;&GT;T &AMP; &#39;Q&#39;&LT;/A&GT;',
    ],
  ])('escapes where it is told to: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([['{% print x, s %}{% print x %}', '5Hello World5']])('prints: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
