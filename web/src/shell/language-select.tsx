import { LANGUAGES, languageName, languageOf } from '@vitrine/playground/languages'
import { Languages } from 'lucide-react'
import { use } from 'react'
import { HostLanguageContext } from '../messages/use-host-texts.ts'
import css from './shell.module.css'

/** Each language by the name that its speakers give it, so that it is found in any other. */
export function LanguageSelect({ onChoose }: { onChoose: (language: string) => void }) {
  const { locale, texts } = use(HostLanguageContext)
  return (
    <label className={css['language']}>
      <Languages size={16} strokeWidth={1.5} aria-hidden="true" />
      <select aria-label={texts.language} value={languageOf(locale)} onChange={(event) => onChoose(event.target.value)}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {languageName(language)}
          </option>
        ))}
      </select>
    </label>
  )
}
