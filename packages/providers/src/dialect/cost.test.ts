import { describe, expect, it } from 'vitest'
import { costOfHeaders, costOfUsage } from './cost.ts'

describe('costOfUsage', () => {
  it.each([
    [{ cost: 0.25 }, {}, { type: 'cost', totalUsd: 0.25, source: 'provider' }],
    [{ cost: 0 }, {}, { type: 'cost', totalUsd: 0, source: 'provider' }],
    [{ cost: 0.25 }, { 'x-litellm-version': '1' }, { type: 'cost', totalUsd: 0.25, source: 'gateway' }],
    [{ cost_in_usd_ticks: 1_497_500 }, {}, { type: 'cost', totalUsd: 0.00014975, source: 'provider' }],
    [{ cost: 1, cost_in_usd_ticks: 5 }, {}, { type: 'cost', totalUsd: 1, source: 'provider' }],
    [{ cost: 0.015000000000000001 }, {}, { type: 'cost', totalUsd: 0.015, source: 'provider' }],
    [{ cost: 3.15e-6 }, {}, { type: 'cost', totalUsd: 3.15e-6, source: 'provider' }],
    [
      { cost: 0.001, is_byok: true, cost_details: { upstream_inference_cost: 0.02 } },
      {},
      { type: 'cost', totalUsd: 0.021, source: 'provider' },
    ],
    [
      { cost: 0.02, is_byok: false, cost_details: { upstream_inference_cost: 0.02 } },
      {},
      { type: 'cost', totalUsd: 0.02, source: 'provider' },
    ],
    [
      { cost: 0.02, is_byok: true, cost_details: { upstream_inference_cost: null } },
      {},
      { type: 'cost', totalUsd: 0.02, source: 'provider' },
    ],
    [{}, {}, null],
    [{ cost: null }, {}, null],
    [{ cost: -1 }, {}, null],
    [{ cost: '1' }, {}, null],
    [{ cost: Number.POSITIVE_INFINITY }, {}, null],
  ])('reads %o with %o', (usage, headers, cost) => {
    expect(costOfUsage(usage, headers)).toEqual(cost)
  })
})

describe('costOfHeaders', () => {
  it.each([
    ['3.15e-06', 3.15e-6],
    ['0.0', 0],
  ])('reads %s', (text, totalUsd) => {
    expect(costOfHeaders({ 'x-litellm-response-cost': text })).toEqual({ type: 'cost', totalUsd, source: 'gateway' })
  })

  it.each(['', ' ', 'None', '-1', 'NaN'])('makes nothing of %j', (text) => {
    expect(costOfHeaders({ 'x-litellm-response-cost': text })).toBeNull()
  })

  it('is silent where the header is', () => {
    expect(costOfHeaders({})).toBeNull()
  })
})
