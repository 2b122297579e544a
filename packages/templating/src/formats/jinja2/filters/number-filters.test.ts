import { describe, expect, it } from 'vitest'
import type { TemplateInputs } from '../../../template-format.ts'
import { renderSource as render } from '../render-source.ts'

const INPUTS: TemplateInputs = {}

describe('number filters', () => {
  it.each([
    [
      "{{ 42.55|round }} {{ 42.55|round(1, 'floor') }} {{ 42.55|round(1, 'ceil') }} {{ 42|round }} {{ 2.5|round }} {{ 3.5|round }} {{ 0.125|round(2) }} {{ 1234.5|round(-2) }} {{ 1250|round(-2) }} {{ 2.675|round(2) }} {{ 1e300|round(2) }} {{ -0.4|round }}",
      '43.0 42.5 42.6 42 2.0 4.0 0.12 1200.0 1200 2.67 1e+300 -0.0',
    ],
    [
      "{{ 42|round(0, 'ceil') }} {{ -1.5|round(method='floor') }} {{ 12|round(-1) }} {{ 15|round(-1) }} {{ 25|round(-1) }} {{ 5|round(-3) }} {{ 50.1|round(-2) }}",
      '42.0 -2.0 10 20 20 0 100.0',
    ],
  ])('rounds: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ '42'|int }} {{ 'x'|int }} {{ 'x'|int(5) }} {{ '0x1A'|int(0, 16) }} {{ '42.9'|int }} {{ 42.9|int }} {{ -42.9|int }} {{ true|int }} {{ none|int }} {{ '1e3'|int }} {{ ' 12 '|int }} {{ '1_0'|int }} {{ '1__0'|int }} {{ '٣'|int }} {{ '0b11'|int(0, 2) }} {{ 'zz'|int(base=36) }} {{ '-7'|int }} {{ '-inf'|float|string }} {{ 'inf'|int }} {{ '010'|int(9, 0) }} {{ '0o7'|int(9, 0) }} {{ [1]|int }}",
      '42 0 5 26 42 42 -42 1 0 1000 12 10 0 3 3 1295 -7 -inf 0 10 7 0',
    ],
  ])('reads ints: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([
    [
      "{{ '1.5'|float }} {{ 'x'|float }} {{ 'x'|float(2) }} {{ 'inf'|float }} {{ 'nan'|float }} {{ '1e5'|float }} {{ 3|float }} {{ '.5'|float }} {{ '5.'|float }} {{ '1_0.5'|float }} {{ '1._5'|float }} {{ none|float }} {{ 'x'|float(default='d') }}",
      '1.5 0.0 2 inf nan 100000.0 3.0 0.5 5.0 10.5 0.0 0.0 d',
    ],
  ])('reads floats: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })

  it.each([['{{ -5|abs }} {{ (-5)|abs }} {{ -2.5|abs }} {{ true|abs }} {{ (-(2 ** 70))|abs }}', '5 5 2.5 1 1180591620717411303424']])(
    'takes magnitudes: %j',
    (source, expected) => {
      expect(render(source, INPUTS)).toBe(expected)
    },
  )

  it.each([
    [
      "{{ 1000|filesizeformat }} {{ 1|filesizeformat }} {{ 1500000|filesizeformat }} {{ 1500000|filesizeformat(true) }} {{ 999|filesizeformat }} {{ 1e30|filesizeformat }} {{ '123'|filesizeformat }} {{ 0.5|filesizeformat }} {{ 1024|filesizeformat(binary=true) }}",
      '1.0 kB 1 Byte 1.5 MB 1.4 MiB 999 Bytes 1000000.0 YB 123 Bytes 0 Bytes 1.0 KiB',
    ],
  ])('prints file sizes: %j', (source, expected) => {
    expect(render(source, INPUTS)).toBe(expected)
  })
})
