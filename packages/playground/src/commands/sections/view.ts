import { LANGUAGES, languageName, languageOf } from '../../messages/languages.ts'
import { type PlaygroundSettings, THEMES } from '../../settings/settings.ts'
import type { RowFilter } from '../../state/view-state.ts'
import type { Command, CommandFacts } from '../command.ts'
import { hasCase, holds, isOther } from '../conditions.ts'
import { currentCase } from '../current-case.ts'
import { commandsOf, type Condition } from '../define-command.ts'
import { showCase } from '../show-case.ts'

const command = commandsOf('sectionView')

const FILTERS = { all: 'filterAll', failed: 'filterFailed', stale: 'filterStale', differs: 'filterDiffers', unmet: 'filterUnmet' } as const
const DENSITIES = ['densityCompact', 'densityNormal', 'densityTall'] as const
const THEME_TEXTS = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const

const isChecking = holds(({ get, state }) => get(state.checks.isCheckingAtom), 'whyNoChecks')
const hasVariants = holds(({ get, state }) => get(state.prompt.variants.idsAtom).length > 1, 'whyOneVariant')
/** A filter that can keep nothing is not offered. */
const FILTER_NEEDS: { readonly [Status in RowFilter['status']]?: Condition } = { differs: hasVariants, unmet: isChecking }
const isThemeOpen = holds(({ theme }) => theme.change !== null, 'whyHostTheme')
const isLanguageOpen = holds((facts) => facts.changeLanguage !== null, 'whyHostLanguage')
const isCollapsed = ({ get, state }: CommandFacts) => get(state.view.configCollapsedAtom)

const goToCases = (text: 'goToGrid') =>
  command(
    'go-to-cases',
    text,
    (context) => {
      const { get, state, store } = context
      const current = currentCase(get, state)
      const visible = get(state.view.visibleRowIdsAtom)
      // Whoever has filtered goes to what the filter left.
      const rowId = current !== null && visible.includes(current) ? current : (visible[0] ?? current)
      store.set(state.view.drawerAtom, null)
      if (rowId !== null) showCase(context, rowId)
    },
    { when: hasCase },
  )

export const view: readonly Command[] = [
  goToCases('goToGrid'),
  ...(['all', 'failed', 'stale', 'differs', 'unmet'] as const).map((status) =>
    command(`filter-${status}`, FILTERS[status], ({ store, state }) => store.set(state.view.filterAtom, (now) => ({ ...now, status })), {
      when: [
        isOther(({ get, state }) => get(state.view.filterAtom).status, status),
        ...(FILTER_NEEDS[status] ? [FILTER_NEEDS[status]] : []),
      ],
    }),
  ),
  ...([0, 1, 2] as const satisfies readonly PlaygroundSettings['density'][]).map((density) =>
    command(`density-${density}`, DENSITIES[density], ({ settings }) => settings.change({ density }), {
      when: isOther(({ get, settings }) => get(settings.atom).density, density),
    }),
  ),
  command('collapse', 'collapse', ({ store, state }) => store.set(state.view.configCollapsedAtom, true), {
    when: isOther(isCollapsed, true),
  }),
  command('expand', 'expand', ({ store, state }) => store.set(state.view.configCollapsedAtom, false), {
    when: isOther(isCollapsed, false),
  }),
  ...THEMES.map((theme) =>
    command(`theme-${theme}`, THEME_TEXTS[theme], (context) => context.theme.change?.(theme), {
      when: [isThemeOpen, isOther((facts) => facts.theme.value, theme)],
    }),
  ),
  ...LANGUAGES.map((language) =>
    command(
      `language-${language}`,
      (say) => say('language', { name: languageName(language) }),
      ({ changeLanguage }) => changeLanguage?.(language),
      {
        when: [isOther(({ locale }) => languageOf(locale), language), isLanguageOpen],
      },
    ),
  ),
]
