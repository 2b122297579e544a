export const THEMES = ['auto', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

/** What becomes of the turns after one that was edited: they stay, they go, or the edit begins another case. */
export const FOLLOW_UPS = ['keep', 'cut', 'branch'] as const
export type FollowUp = (typeof FOLLOW_UPS)[number]

/** How a person likes the playground. Nothing of the work itself is in it. */
export interface PlaygroundSettings {
  readonly theme: ThemeChoice
  /** Compact, normal, tall. */
  readonly density: 0 | 1 | 2
  /** Whether a letter without a modifier is a command. */
  readonly singleKeys: boolean
  /** In a conversation: Enter sends and Shift+Enter makes a line, or the other way round. */
  readonly enterSends: boolean
  /** In a conversation, after an edit of an earlier turn; null asks. */
  readonly afterEdit: FollowUp | null
  /** BCP 47; null takes the host's, else the browser's. */
  readonly language: string | null
  /** The commands used last, the latest first. */
  readonly recent: readonly string[]
}

export const DEFAULT_SETTINGS: PlaygroundSettings = {
  theme: 'auto',
  density: 1,
  singleKeys: true,
  enterSends: true,
  afterEdit: null,
  language: null,
  recent: [],
}

/** Where a host keeps settings. */
export interface SettingsBinding {
  /** What was kept, as it was given to `save`; null or anything else where there is nothing. It is read with care. */
  readonly load: () => unknown
  readonly save: (settings: PlaygroundSettings) => void
}

/** How many commands are remembered. */
export const MOST_RECENT = 5
const LONGEST_NAME = 64

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_NAME

/** Takes from what was kept, wherever it comes from, what is a setting; what is none is left out. */
export function readSettings(kept: unknown): Partial<PlaygroundSettings> {
  if (typeof kept !== 'object' || kept === null) return {}
  const field = (name: keyof PlaygroundSettings): unknown => (Object.hasOwn(kept, name) ? Reflect.get(kept, name) : undefined)
  const theme = THEMES.find((one) => one === field('theme'))
  const density = ([0, 1, 2] as const).find((one) => one === field('density'))
  const singleKeys = field('singleKeys')
  const enterSends = field('enterSends')
  const afterEdit = FOLLOW_UPS.find((one) => one === field('afterEdit'))
  const language = field('language')
  const recent = field('recent')
  return {
    ...(theme !== undefined && { theme }),
    ...(density !== undefined && { density }),
    ...(typeof singleKeys === 'boolean' && { singleKeys }),
    ...(typeof enterSends === 'boolean' && { enterSends }),
    ...(afterEdit !== undefined && { afterEdit }),
    ...(isName(language) && { language }),
    ...(Array.isArray(recent) && { recent: recent.filter(isName).slice(0, MOST_RECENT) }),
  }
}
