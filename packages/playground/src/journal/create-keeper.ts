import { type PrimitiveAtom, atom } from 'jotai'
import type { PlaygroundEvents } from '../events.ts'
import type { PlaygroundState } from '../state/playground-state.ts'
import type { Journal } from './journal.ts'
import { FIRST_VIEW, type JournalView } from './journal-view.ts'
import { journalErrorOf } from './journal-error-of.ts'
import { createRecorder } from './recorder.ts'
import { restore } from './restore.ts'
import { watchWork } from './watch-work.ts'

/** How long changes gather before they are written. Milliseconds. */
const GATHERED_MS = 400
const CHECKED_AFTER_MS = 1500

/** Keeps the work of one mount in the browser, where somebody wants that. */
export interface Keeper {
  readonly viewAtom: PrimitiveAtom<JournalView>
  /** Asks what is kept and begins to keep, until what it answers is called. */
  connect(): () => void
  turnOn(): Promise<void>
  /** Deletes all that is kept. */
  turnOff(): Promise<void>
  /** How many runs turning it off would delete. */
  countRuns(): Promise<number>
  restore(): Promise<void>
  /** The offered work goes to the runs. */
  startNew(): Promise<void>
  /** Says no more what was restored. */
  readonly dismiss: () => void
  /** *Errors*: rejects with `JournalError`. */
  keepRun(name: string): Promise<void>
  /** Writes at once what is not written yet. */
  flush(): Promise<void>
}

export interface KeeperOptions {
  readonly journal: Journal
  readonly state: PlaygroundState
  readonly events: PlaygroundEvents | undefined
  /** How long after a run it is kept: checks of the last answers are evaluated by then. Milliseconds. */
  readonly checkedAfterMs?: number
  /** Lets the page answer. */
  readonly pause: () => Promise<void>
}

export function createKeeper({ journal, state, events, pause, checkedAfterMs = CHECKED_AFTER_MS }: KeeperOptions): Keeper {
  const { store } = state
  const viewAtom = atom<JournalView>(FIRST_VIEW)
  const show = (patch: Partial<JournalView>) => store.set(viewAtom, (view) => ({ ...view, ...patch }))
  const view = () => store.get(viewAtom)
  // One for as long as the work is: whoever comes back to it from another page goes on writing the same document.
  const { sessionId } = store.get(state.prompt.draftAtom)
  const session = { kind: 'session', name: '', isAutomatic: false } as const
  let recorder = createRecorder(state, journal, sessionId, pause)
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      show({ fault: null })
      return true
    } catch (error) {
      show({ fault: journalErrorOf(error).fault })
      return false
    }
  }

  async function write(): Promise<void> {
    timer = null
    if (view().status !== 'on' || !view().isBehind) return
    show({ isBehind: false })
    const save = async () => {
      await journal.hold(sessionId)
      const { savedAtMs } = await recorder.write(session)
      show({ savedAtMs })
    }
    const isWritten = (await attempt(save)) || (view().fault === 'full' && (await makeRoom()) && (await attempt(save)))
    if (!isWritten) show({ isBehind: true })
  }
  /** Gives up the oldest run that was kept by itself. Whether there was one. */
  async function makeRoom(): Promise<boolean> {
    const oldest = (await journal.runs()).findLast((run) => run.isAutomatic)
    return oldest !== undefined && attempt(() => journal.remove(oldest.id))
  }
  /** One at a time: what changes meanwhile is written after. */
  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    await writing
    writing = write()
    await writing
    writing = null
  }
  function changed(): void {
    if (!view().isBehind) show({ isBehind: true })
    if (view().status !== 'on' || timer !== null) return
    timer = setTimeout(() => void flush(), GATHERED_MS)
  }

  async function look(): Promise<void> {
    try {
      const isOn = await journal.isOn()
      if (isOn === (view().status === 'on') && view().status !== 'asking') return
      if (!isOn) {
        show({ ...FIRST_VIEW, status: 'off', isBehind: view().isBehind })
        recorder = createRecorder(state, journal, sessionId, pause)
        return
      }
      const { free, isElsewhere } = await journal.sessions()
      const offer = free.find(({ id }) => id !== sessionId) ?? null
      show({ status: 'on', isElsewhere, offer })
      if (view().isBehind) changed()
    } catch {
      show({ status: 'refused' })
    }
  }

  const asRun = (isAutomatic: boolean, name: string) => ({ kind: 'run', name, isAutomatic }) as const
  const keepRun = async (name: string, isAutomatic: boolean) => {
    await createRecorder(state, journal, journal.newId(), pause).write(asRun(isAutomatic, name), !isAutomatic)
  }

  return {
    viewAtom,
    connect() {
      const settling = new Set<ReturnType<typeof setTimeout>>()
      const afterRun = () => {
        const wait = setTimeout(() => {
          settling.delete(wait)
          if (view().status === 'on') void attempt(() => keepRun('', true))
        }, checkedAfterMs)
        settling.add(wait)
      }
      const offs = [
        watchWork(state, changed),
        journal.subscribe(() => void look()),
        events?.subscribe(({ type }) => type === 'run-end' && afterRun(), 'run-end'),
      ]
      void look()
      return () => {
        for (const off of offs) off?.()
        for (const wait of settling) clearTimeout(wait)
        if (timer !== null) void flush()
      }
    },
    async turnOn() {
      const isOn = await attempt(() => journal.turnOn())
      if (!isOn && view().fault === 'refused') return show({ status: 'refused' })
      if (!isOn) return undefined
      show({ status: 'on', isBehind: true })
      return flush()
    },
    async turnOff() {
      await writing
      const isOff = await attempt(() => journal.turnOff())
      if (isOff) await look()
    },
    countRuns: async () => (await journal.runs()).length,
    async restore() {
      const { offer } = view()
      if (offer === null) return
      await attempt(async () => {
        const kept = await journal.read(offer.id)
        const restored = kept && (await restore(state, kept))
        show({ offer: null, restored, isUnreadable: restored === null })
        if (restored === null) return
        show({ isBehind: true })
        await flush()
        // Only once it is in this page's own document.
        if (view().fault === null) await journal.remove(offer.id)
      })
    },
    async startNew() {
      const { offer } = view()
      show({ offer: null })
      if (offer !== null) await attempt(() => journal.change(offer.id, { kind: 'run', isAutomatic: true }))
    },
    dismiss: () => show({ restored: null, isUnreadable: false }),
    keepRun: (name) => keepRun(name, false),
    flush,
  }
}
