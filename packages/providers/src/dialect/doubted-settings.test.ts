import type { GatewayFacts, SettingsReport } from '@vitrine/contracts'
import { describe, expect, it } from 'vitest'
import { withDoubts } from './doubted-settings.ts'

const reason = 'it may leave out settings'
const gateway: GatewayFacts = { name: 'litellm', settingsDoubt: reason }
const report = (sent: object): SettingsReport => ({ sent: { ...sent }, dropped: [{ name: 'x', reason: 'y' }], changed: [] })

describe('settings behind a gateway', () => {
  it('are named where nobody says whether the model got them', () => {
    const sent = report({ model: 'm', stream: true, stream_options: {}, max_tokens: 5, temperature: 0, tools: [], seed: 7 })
    expect(withDoubts(sent, gateway)).toEqual({
      ...sent,
      doubted: [
        { name: 'temperature', reason },
        { name: 'tools', reason },
        { name: 'seed', reason },
      ],
    })
  })

  it.each<[string, object, GatewayFacts | null]>([
    ['nothing stood on the way', { temperature: 0 }, null],
    ['the gateway leaves out nothing', { temperature: 0 }, { name: 'house' }],
    ['nothing was set that could be left out', { model: 'm', max_completion_tokens: 5 }, gateway],
    ['the gateway was asked for a model that takes all', { temperature: 0, provider: { require_parameters: true } }, gateway],
  ])('are not doubted where %s', (_, sent, facts) => {
    const given = report(sent)
    expect(withDoubts(given, facts)).toBe(given)
  })

  it.each([true, { require_parameters: 'yes' }, { require_parameters: false }])(
    'are doubted where the promise was not asked for (%o)',
    (provider) => {
      expect(withDoubts(report({ provider, temperature: 1 }), gateway).doubted).toEqual([{ name: 'temperature', reason }])
    },
  )
})
