export interface AxisLabels {
  /** Which of the ticks' labels have room, by their place. */
  readonly shown: ReadonlySet<number>
  /** On which side of its line the mark's own label stands. */
  readonly markSide: 'before' | 'after'
}

/** Wide enough for a figure of any of our faces at 11 px. */
const CHARACTER = 7
const GAP = 8
const STEPS = [1, 2, 3, 6]

interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The labels that fit over an axis without touching: of the ticks every one, every second and so on, but none where the mark's label is.
 *
 * *Units*: `widthPx` is CSS pixels; `markAt` a share of the axis, null where there is no mark.
 */
export function axisLabels(labels: readonly string[], widthPx: number, markAt: number | null, markLabel: string): AxisLabels {
  const last = labels.length - 1
  const places = labels.map((label, at): Stretch => {
    const length = label.length * CHARACTER
    if (at === 0) return { from: 0, to: length }
    if (at === last) return { from: widthPx - length, to: widthPx }
    const middle = (at / last) * widthPx
    return { from: middle - length / 2, to: middle + length / 2 }
  })
  const mark = markPlace(places[last], widthPx, markAt, markLabel.length * CHARACTER)
  const everyNth = (step: number) => places.flatMap((place, at) => (at % step === 0 ? [{ at, place }] : []))
  const step =
    STEPS.find((nth) =>
      everyNth(nth).every(({ place }, index, all) => index === 0 || (all[index - 1]?.place.to ?? 0) + GAP <= place.from),
    ) ?? last
  const shown = everyNth(step).flatMap(({ at, place }) => (mark.place !== null && touches(place, mark.place) ? [] : [at]))
  return { shown: new Set(shown), markSide: mark.side }
}

function markPlace(end: Stretch | undefined, widthPx: number, markAt: number | null, length: number) {
  if (markAt === null) return { side: 'after', place: null } as const
  const line = markAt * widthPx
  const room = length + 2 * GAP
  const after = { from: line, to: line + room }
  const isFree = after.to <= widthPx && !(end && touches(after, end))
  return isFree ? ({ side: 'after', place: after } as const) : ({ side: 'before', place: { from: line - room, to: line } } as const)
}

const touches = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to
