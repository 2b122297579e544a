import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = { s: 'Hello World', u: 'naïve 日本 😀 é', ml: 'line1\n\nline2\r\nline3' }

describe('text filters', () => {
  it.each([
    ["{{ s|upper }}{{ s|lower }}{{ 'hELLO wORLD'|capitalize }}", 'HELLO WORLDhello worldHello world'],
    [
      "{{ \"they're bill's x-y (abc) [d] {e} <f> g\"|title }}{{ u|title }}{{ ''|title }}",
      "They're Bill's X-Y (Abc) [D] {E} <F> GNaïve 日本 😀 É",
    ],
    ['{{ 5|upper }}{{ none|lower }}{{ undef|upper }}', '5none'],
  ])('changes case: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "[{{ '  a b  '|trim }}][{{ 'xxaxx'|trim('x') }}][{{ 'ab'|center(5) }}][{{ 'abc'|center(6) }}][{{ 'abc'|center(2) }}]",
      '[a b][a][  ab ][ abc  ][abc]',
    ],
    ["{{ 'hello world-foo'|wordcount }}{{ 'naïve é'|wordcount }}{{ ''|wordcount }}{{ 5|string|length }}", '3201'],
  ])('trims, centres and counts: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ s|replace('l', 'L') }}{{ s|replace('l', 'L', 1) }}{{ 'ab'|replace('', '-') }}{{ 112|replace(1, 3) }}{{ 'aaa'|replace('a', 'b', 0) }}",
      'HeLLo WorLdHeLlo World-a-b-332aaa',
    ],
  ])('replaces: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    ["{{ '%s'|format('a') }}{{ '%(a)s'|format(a=1) }}{{ '%s %s'|format(1, 2) }}{{ '100%%'|format }}", 'a11 2100%'],
    [
      "{{ '%s %d %5.2f %x %%' % ('a', 3, 2.5, 255) }}{{ '%(a)s' % {'a': 1} }}{{ '%s' % 5 }}{{ '%s' % [1, 2] }}{{ '%5s|%-5s|%05d' % ('a', 'b', 42) }}",
      'a 3  2.50 ff %15[1, 2]    a|b    |00042',
    ],
    [
      "{{ '%r %a %c %c' % ('é', 'é', 'z', 65) }}{{ '%+d % d %#x %o %e %g' % (1, 2, 255, 8, 12345.678, 0.0001) }}{{ '%.3s' % 'abcdef' }}{{ '%*d' % (5, 3) }}",
      "'é' '\\xe9' z A+1  2 0xff 10 1.234568e+04 0.0001abc    3",
    ],
    [
      "{{ '%e %E %.1g' % (1e-7, 0.1, 1e-7) }}{{ '%d' % 3.9 }}{{ '%5.1f|%-8.2e|%+.0f' % (2.25, 12345.6, 2.5) }}{{ '%.3d' % 5 }}",
      '1.000000e-07 1.000000E-01 1e-073  2.2|1.23e+04|+2005',
    ],
  ])('formats: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ 'foo bar baz qux'|truncate(9) }}|{{ 'foo bar baz qux'|truncate(9, true) }}|{{ 'foo bar baz qux'|truncate(11) }}|{{ 'foo bar baz qux'|truncate(11, false, '...', 0) }}",
      'foo...|foo ba...|foo bar baz qux|foo bar...',
    ],
    [
      "{{ 'foo bar'|truncate(5, end='…', leeway=0) }}|{{ 'foobarbaz'|truncate(4, leeway=0) }}|{{ u|truncate(9, true, '', 0) }}",
      'foo…|f...|naïve 日本 ',
    ],
  ])('truncates: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ ml|indent }}|{{ ml|indent(2, true) }}|{{ ml|indent(2, blank=true) }}|{{ ml|indent('>>') }}|{{ ''|indent }}",
      'line1\n\n    line2\n    line3|  line1\n\n  line2\n  line3|line1\n  \n  line2\n  line3|line1\n\n>>line2\n>>line3|',
    ],
  ])('indents: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ 'The quick brown fox jumps'|wordwrap(10) }}|{{ 'super-duper-long-hyphenated-word here'|wordwrap(10) }}",
      'The quick\nbrown fox\njumps|super-\nduper-\nlong-hyphe\nnated-word\nhere',
    ],
    [
      "{{ 'abcdefghijklmnop'|wordwrap(5) }}|{{ 'abcdefghijklmnop qr'|wordwrap(5, false) }}|{{ ml|wordwrap(3) }}",
      'abcde\nfghij\nklmno\np|abcdefghijklmnop\nqr|lin\ne1\n\nlin\ne2\nlin\ne3',
    ],
    [
      "{{ 'one--two---three a-b-c x- -y'|wordwrap(5) }}|{{ 'one--two---three'|wordwrap(4, break_on_hyphens=false) }}",
      'one--\ntwo\n---\nthree\na-b-c\nx- -y|one-\n-two\n---t\nhree',
    ],
    [
      "{{ 'a bb  ccc'|wordwrap(4, wrapstring='|') }}|{{ '  lead'|wordwrap(3) }}|{{ 'ab-cd x'|wordwrap(3) }}|{{ 'a\tb-c'|wordwrap(1) }}",
      'a bb|ccc|  l\nead|ab-\ncd\nx|a\nb\n-\nc',
    ],
  ])('wraps: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
