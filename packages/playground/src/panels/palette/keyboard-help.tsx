import { activeKeys } from '../../commands/active-keys.ts'
import { SECTIONS } from '../../commands/command.ts'
import { COMMANDS } from '../../commands/registry.ts'
import { useText } from '../../messages/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import css from './keyboard-help.module.css'
import { useKeyRules } from './use-key-rules.ts'

export interface KeyboardHelpProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Every key that acts, by where it stands among the commands. */
export function KeyboardHelp({ open, onOpenChange }: KeyboardHelpProps) {
  const say = useText('commands')
  const sayFrame = useText('frame')
  const rules = useKeyRules()
  const sections = SECTIONS.map((section) => ({
    section,
    lines: COMMANDS.filter((command) => command.section === section)
      .map((command) => ({ command, keys: activeKeys(command, rules) }))
      .filter(({ keys }) => keys.length > 0),
  })).filter(({ lines }) => lines.length > 0)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say('keysTitle')} closeLabel={sayFrame('close')} wide>
      {rules.shortcuts === 'off' && <p className={css.note}>{say('keysToHost')}</p>}
      {rules.shortcuts !== 'off' && !rules.singleKeys && <p className={css.note}>{say('keysOff')}</p>}
      {/* In a narrow frame it is longer than the dialog: what scrolls must be reachable by keyboard. */}
      <div className={css.columns} role="region" aria-label={say('keysTitle')} tabIndex={0}>
        {sections.map(({ section, lines }) => (
          <section key={section} className={css.section}>
            <h3 className={css.title}>{say(section)}</h3>
            <dl>
              {lines.map(({ command: { id, text, keyText = text }, keys }) => (
                <div key={id} className={css.line}>
                  <dt>{typeof keyText === 'function' ? keyText(say) : say(keyText)}</dt>
                  <dd>
                    {keys.map((combination) => (
                      <KeyHint key={combination} keys={combination} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
