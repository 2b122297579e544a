import { useAtomValue, useSetAtom } from 'jotai'
import type { ReactNode } from 'react'
import { LANGUAGES, languageName, languageOf } from '../../messages/languages.ts'
import { settings as texts } from '../../messages/en/settings.ts'
import { useLateTexts } from '../../messages/use-late-texts.ts'
import { useLocale, useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { DEFAULT_SETTINGS, THEMES } from '../../settings/settings.ts'
import { Switch } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import { JournalSwitch } from '../journal/journal-switch.tsx'
import css from './settings-dialog.module.css'

export interface SettingsDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** How the playground looks and listens. What is changed holds at once. */
export function SettingsDialog({ open, onOpenChange }: SettingsDialogProps) {
  useLateTexts('settings', texts)
  const say = useText('settings')
  const sayFrame = useText('frame')
  const keeper = useAtomValue(usePlayground().keeperAtom)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('title')} closeLabel={sayFrame('close')} data-testid="settings-dialog">
      <div className={css.settings}>
        <Appearance />
        <Keyboard />
        {keeper && <JournalSwitch keeper={keeper} />}
        <Keeping />
      </div>
    </Dialog>
  )
}

const DENSITIES = [
  { value: '0', word: 'compact' },
  { value: '1', word: 'normal' },
  { value: '2', word: 'tall' },
] as const

function Appearance() {
  const say = useText('settings')
  const locale = useLocale()
  const { settings, theme, changeLanguage } = usePlayground()
  const { density } = useAtomValue(settings.atom)
  const chosen = THEMES.find((one) => one === theme.value)
  return (
    <section className={css.section}>
      <h3 className={css.title}>{say('appearance')}</h3>
      <Line label={say('theme')}>
        {theme.change === null || chosen === undefined ? (
          <span className={css.note}>{say('themeOfHost')}</span>
        ) : (
          <Segmented
            label={say('theme')}
            value={chosen}
            options={THEMES.map((value) => ({ value, label: say(value) }))}
            onChange={theme.change}
          />
        )}
      </Line>
      <Line label={say('density')}>
        <Segmented
          label={say('density')}
          value={DENSITIES[density].value}
          options={DENSITIES.map(({ value, word }) => ({ value, label: say(word) }))}
          onChange={(value) => settings.change({ density: value === '0' ? 0 : value === '1' ? 1 : 2 })}
        />
      </Line>
      {changeLanguage !== null && (
        <Line label={say('language')}>
          <Select
            label={say('language')}
            value={languageOf(locale)}
            options={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
            onChange={changeLanguage}
          />
        </Line>
      )}
      <p className={css.note}>{say('bySystem')}</p>
    </section>
  )
}

function Keyboard() {
  const say = useText('settings')
  const { settings, toolAtom } = usePlayground()
  const { singleKeys, enterSends } = useAtomValue(settings.atom)
  const open = useSetAtom(toolAtom)
  return (
    <section className={css.section}>
      <h3 className={css.title}>{say('keyboard')}</h3>
      <div>
        <Switch label={say('singleKeys')} checked={singleKeys} onChange={(next) => settings.change({ singleKeys: next })} />
        <p className={css.note}>{say('singleKeysMore')}</p>
      </div>
      <div>
        <Line label={say('enterSends')}>
          <Segmented
            label={say('enterSends')}
            value={enterSends ? 'sends' : 'breaksLine'}
            options={(['sends', 'breaksLine'] as const).map((value) => ({ value, label: say(value) }))}
            onChange={(value) => settings.change({ enterSends: value === 'sends' })}
          />
        </Line>
        <p className={css.note}>{say('enterSendsMore')}</p>
      </div>
      <TextButton className={css.link} onClick={() => open('keys')}>
        {say('allKeys')}
      </TextButton>
    </section>
  )
}

function Keeping() {
  const say = useText('settings')
  const { settings, theme } = usePlayground()
  const reset = () => {
    settings.change(DEFAULT_SETTINGS)
    theme.change?.(DEFAULT_SETTINGS.theme)
  }
  return (
    <p className={css.foot}>
      <span className={css.note}>{say(settings.isKept ? 'kept' : 'inMemory')}</span>
      <TextButton onClick={reset}>{say('reset')}</TextButton>
    </p>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={css.line}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
