import { useEffect, useState } from 'react'
import type { BrowserStore } from './browser-store.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The page's theme: follows the system until the person turns it, here or in the settings of the playground. The browser keeps it. */
export function useTheme(store: BrowserStore) {
  const [theme, setTheme] = useState<Theme>(() => THEMES.find((one) => one === store.load('theme')) ?? 'auto')
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  const [choose] = useState(() => (next: Theme) => {
    store.save('theme', next)
    setTheme(next)
  })
  return { theme, choose, turn: () => choose(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto') }
}
