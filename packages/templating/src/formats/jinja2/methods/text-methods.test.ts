import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {
  s: 'Hello World',
  users: [
    { name: 'Ann', age: 30, city: 'CA', on: true },
    { name: 'bob', age: 25, city: 'ca', on: false },
    { name: 'Cid', age: 30, city: 'NY' },
  ],
}

describe('methods of text', () => {
  it.each([
    ["{{ 'Straße'.upper() }}", 'STRASSE'],
    ["{{ 'ΑΣ ΣΑΣ'.upper() }}", 'ΑΣ ΣΑΣ'],
    ["{{ 'ǆabc ﬁx'.upper() }}", 'ǄABC FIX'],
    ["{{ 'İstanbul ıd'.upper() }}", 'İSTANBUL ID'],
    ["{{ 'hELLO wORLD-foo'.upper() }}", 'HELLO WORLD-FOO'],
    ['{{ "they\'re".upper() }}', "THEY'RE"],
    ["{{ 'Straße'.lower() }}", 'straße'],
    ["{{ 'ΑΣ ΣΑΣ'.lower() }}", 'ας σας'],
    ["{{ 'ǆabc ﬁx'.lower() }}", 'ǆabc ﬁx'],
    ["{{ 'İstanbul ıd'.lower() }}", 'i̇stanbul ıd'],
    ["{{ 'hELLO wORLD-foo'.lower() }}", 'hello world-foo'],
    ['{{ "they\'re".lower() }}', "they're"],
    ["{{ 'Straße'.title() }}", 'Straße'],
    ["{{ 'ΑΣ ΣΑΣ'.title() }}", 'Ας Σας'],
    ["{{ 'ǆabc ﬁx'.title() }}", 'ǅabc Fix'],
    ["{{ 'İstanbul ıd'.title() }}", 'İstanbul Id'],
    ["{{ 'hELLO wORLD-foo'.title() }}", 'Hello World-Foo'],
    ['{{ "they\'re".title() }}', "They'Re"],
    ["{{ 'Straße'.capitalize() }}", 'Straße'],
    ["{{ 'ΑΣ ΣΑΣ'.capitalize() }}", 'Ας σας'],
    ["{{ 'ǆabc ﬁx'.capitalize() }}", 'ǅabc ﬁx'],
    ["{{ 'İstanbul ıd'.capitalize() }}", 'İstanbul ıd'],
    ["{{ 'hELLO wORLD-foo'.capitalize() }}", 'Hello world-foo'],
    ['{{ "they\'re".capitalize() }}', "They're"],
    ["{{ 'Straße'.swapcase() }}", 'sTRASSE'],
    ["{{ 'ΑΣ ΣΑΣ'.swapcase() }}", 'ας σας'],
    ["{{ 'ǆabc ﬁx'.swapcase() }}", 'ǄABC FIX'],
    ["{{ 'İstanbul ıd'.swapcase() }}", 'i̇STANBUL ID'],
    ["{{ 'hELLO wORLD-foo'.swapcase() }}", 'Hello World-FOO'],
    ['{{ "they\'re".swapcase() }}', "THEY'RE"],
    ["{{ 'Straße'.casefold() }}", 'strasse'],
    ["{{ 'ΑΣ ΣΑΣ'.casefold() }}", 'ασ σασ'],
    ["{{ 'ǆabc ﬁx'.casefold() }}", 'ǆabc fix'],
    ["{{ 'İstanbul ıd'.casefold() }}", 'i̇stanbul ıd'],
    ["{{ 'hELLO wORLD-foo'.casefold() }}", 'hello world-foo'],
    ['{{ "they\'re".casefold() }}', "they're"],
  ])('changes case: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isalpha() }} {% endfor %}",
      'False True False False False False False False True False False False True False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isalnum() }} {% endfor %}",
      'False True True True True True True True True False False False True False True False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isdigit() }} {% endfor %}",
      'False False False True False True True False False False False False False False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isnumeric() }} {% endfor %}",
      'False False False True True True True True True False False False False False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isdecimal() }} {% endfor %}",
      'False False False True False False True False False False False False False False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isupper() }} {% endfor %}",
      'False False True False False False False True False False False False False False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.islower() }} {% endfor %}",
      'False True False False False False False False False False False True True True True True ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.istitle() }} {% endfor %}",
      'False False True False False False False True False False True False False False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isspace() }} {% endfor %}",
      'False False False False False False False False False True False False False False False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isidentifier() }} {% endfor %}",
      'False True True False False False False True True False False False True True False False ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isascii() }} {% endfor %}",
      'True True True True False False False False False True True True False True True True ',
    ],
    [
      "{% for t in ['', 'a', 'A1', '12', '½', '²', '٣', 'Ⅷ', '一', ' ', 'Ab Cd', 'a b', 'é', '_x', '1a', 'a\\n'] %}{{ t.isprintable() }} {% endfor %}",
      'True True True True True True True True True True True True True True True False ',
    ],
  ])('answers about characters: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "[{{ '  a '.strip() }}][{{ '  a '.lstrip() }}][{{ '  a '.rstrip() }}][{{ 'xxaxx'.strip('x') }}][{{ 'abcba'.strip('ab') }}][{{ ' a '.strip(none) }}][{{ '\\x1fa\\u00a0'.strip() }}]",
      '[a][a ][  a][a][c][a][a]',
    ],
    [
      "{{ s.center(20, '*') }}{{ s.ljust(13, '.') }}{{ s.rjust(13, '.') }}{{ '42'.zfill(5) }}{{ '-42'.zfill(5) }}{{ '+4'.zfill(2) }}[{{ 'abc'.center(6) }}][{{ 'abcd'.center(7) }}][{{ '日'.center(4) }}]",
      '****Hello World*****Hello World....Hello World00042-0042+4[ abc  ][  abcd ][ 日  ]',
    ],
    ["{{ 'a\\tb'.expandtabs(4) }}|{{ 'a\\tb\\n\\tc'.expandtabs() }}|{{ '\\ta'.expandtabs(tabsize=0) }}", 'a   b|a       b\n        c|a'],
  ])('strips and pads: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ s.find('o') }}{{ s.rfind('o') }}{{ s.find('zz') }}{{ s.index('W') }}{{ s.rindex('l') }}{{ s.find('o', 5) }}{{ s.find('o', -4, -1) }}{{ s.find('', 3) }}{{ s.find('', 99) }}{{ '😀a'.find('a') }}",
      '47-169773-11',
    ],
    [
      "{{ s.count('l') }}{{ s.count('') }}{{ s.count('l', 3) }}{{ ''.count('') }}{{ s.startswith('He') }}{{ s.startswith(('x', 'H')) }}{{ s.endswith('d') }}{{ s.startswith('l', 2) }}{{ s.endswith('l', 0, 4) }}{{ s.startswith('', 99) }}",
      '31221TrueTrueTrueTrueTrueFalse',
    ],
  ])('finds: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ s.split() }}{{ s.split('o') }}{{ s.split('o', 1) }}{{ s.rsplit('o', 1) }}{{ s.split(maxsplit=1) }}{{ ' a  b '.split(' ') }}{{ ' a b c '.split(none, 1) }}{{ ' a b c '.rsplit(none, 1) }}{{ ''.split() }}{{ ''.split('x') }}{{ 'a,b,c'.rsplit(',', 5) }}",
      "['Hello', 'World']['Hell', ' W', 'rld']['Hell', ' World']['Hello W', 'rld']['Hello', 'World']['', 'a', '', 'b', '']['a', 'b c '][' a b', 'c'][]['']['a', 'b', 'c']",
    ],
    [
      "{{ 'l1\\n\\nl2\\r\\nl3'.splitlines() }}{{ 'a\\x0bb\\x1cc\\u2028d'.splitlines() }}{{ 'a\\n'.splitlines(true) }}{{ ''.splitlines() }}{{ 'a\\rb'.splitlines(keepends=true) }}",
      "['l1', '', 'l2', 'l3']['a', 'b', 'c', 'd']['a\\n'][]['a\\r', 'b']",
    ],
    [
      "{{ s.partition(' ') }}{{ s.rpartition('o') }}{{ s.partition('z') }}{{ s.rpartition('z') }}{{ '-'.join(['a', 'b']) }}{{ ','.join('abc') }}",
      "('Hello', ' ', 'World')('Hello W', 'o', 'rld')('Hello World', '', '')('', '', 'Hello World')a-ba,b,c",
    ],
    [
      "{{ s.replace('l', 'L') }}{{ s.replace('l', 'L', 1) }}{{ 'aaa'.replace('', '-', 2) }}{{ s.removeprefix('He') }}{{ s.removesuffix('ld') }}{{ s.removeprefix('x') }}{{ s.removesuffix('') }}",
      'HeLLo WorLdHeLlo World-a-aallo WorldHello WorHello WorldHello World',
    ],
  ])('splits and joins: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ '{} {}'.format(1, 'a') }}{{ '{0} {1} {0}'.format(1, 2) }}{{ '{a} {b[k]}'.format(a=1, b={'k': 2}) }}{{ '{:>5}|{:<5}|{:^5}'.format(1, 2, 3) }}{{ '{:.2f}'.format(3.14159) }}{{ '{!r} {!s} {!a}'.format('x', 'y', 'é') }}{{ '{{}}'.format() }}",
      "1 a1 2 11 2    1|2    |  3  3.14'x' y '\\xe9'{}",
    ],
    [
      "{{ '{0.name} {0[age]}'.format(users[0]) }}{{ '{:{}}|'.format('x', 5) }}{{ '{:{w}.{p}f}'.format(2.345, w=8, p=1) }}{{ '{a}'.format_map({'a': 1}) }}{{ '{a}{b}'.format(**{'a': 1, 'b': 2}) }}{{ '{}{}'.format(*[1, 2]) }}",
      'Ann 30x    |     2.311212',
    ],
    [
      "[{{ '{0.__class__}'.format(s) }}]{{ '{0[1][0]}'.format([1, [2]]) }}{{ '{}'.format(undef) }}{{ '{:,}'.format(1234567) }}",
      '[]21,234,567',
    ],
  ])('formats: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
