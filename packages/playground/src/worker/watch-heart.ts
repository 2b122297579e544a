import type { Realm } from '../execution/realm.ts'

const BEAT_MS = 5000
/** Longer than any pause of a healthy worker, shorter than a person's patience. */
const SILENCE_MS = 10_000

/** Asks a worker now and then whether it lives, as long as something is expected of it. */
export function watchHeart({
  ping,
  isNeeded,
  onSilent,
  setTimer,
}: Pick<Realm, 'setTimer'> & {
  readonly ping: () => Promise<unknown>
  readonly isNeeded: () => boolean
  readonly onSilent: () => void
}): { readonly listen: () => void; readonly stop: () => void } {
  let cancel: (() => void) | null = null

  async function beat(): Promise<void> {
    cancel = null
    if (!isNeeded()) return
    const giveUp = setTimer(() => {
      if (isNeeded()) onSilent()
    }, SILENCE_MS)
    cancel = giveUp
    const isAlive = await ping().then(
      () => true,
      () => false,
    )
    if (!isAlive || cancel !== giveUp) return
    giveUp()
    cancel = null
    listen()
  }
  function listen(): void {
    cancel ??= setTimer(() => void beat(), BEAT_MS)
  }

  return {
    listen,
    stop() {
      cancel?.()
      // Nothing listens any more.
      cancel = () => undefined
    },
  }
}
