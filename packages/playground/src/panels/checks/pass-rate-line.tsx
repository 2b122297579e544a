import { atom, useAtomValue } from 'jotai'
import { useMemo } from 'react'
import { type PassRate, passRate } from '../../checks/pass-rate.ts'
import { checks as texts } from '../../messages/en/checks.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { keptIfEqual, sameFields } from '../../state/kept-if-equal.ts'
import { useFormats } from '../../ui/format/use-formats.ts'

/** How the variant does in its checks, in the head of its column, and what judges were paid, apart from its cost. Nothing while there is nothing to say. */
export function PassRateLine({ variantId }: { readonly variantId: string }) {
  useLateTexts('checks', texts)
  const say = useText('checks')
  const formats = useFormats()
  const { checks } = usePlayground().state
  const rate = useAtomValue(
    useMemo(() => {
      const keep = keptIfEqual<PassRate>(sameFields)
      return atom((get) => {
        const own = [...get(checks.verdictsAtom).values()].filter((verdict) => verdict.variantId === variantId)
        return keep(passRate(own.flatMap(({ results }) => results)))
      })
    }, [checks, variantId]),
  )
  const { integer, money } = formats
  const why = {
    passed: integer(rate.passed),
    failed: integer(rate.failed),
    errors: integer(rate.errors),
    unknown: integer(rate.unknown),
  }
  const { judgingUsd, unknownJudging } = rate
  return (
    <>
      {rate.rate !== null && (
        <span data-part="pass-rate" title={say('rateWhy', why)}>
          {say('rate', { percent: formats.percent(rate.rate) })}
        </span>
      )}
      {(judgingUsd > 0 || unknownJudging > 0) && (
        <span data-part="judging-rate" title={say('judgingRateWhy')}>
          {unknownJudging > 0
            ? say('judgingRatePartly', { money: money(judgingUsd), count: unknownJudging })
            : say('judgingRate', { money: money(judgingUsd) })}
        </span>
      )}
    </>
  )
}
