import { useEffect, useState } from 'react'
import type { TextKey } from '../../messages/catalogue.ts'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { isEditable } from './is-editable.ts'
import css from './keyboard-help.module.css'

const SECTIONS: readonly {
  readonly title: TextKey<'keys'>
  readonly keys: readonly (readonly [TextKey<'keys'>, ...string[]])[]
}[] = [
  {
    title: 'everywhere',
    keys: [
      ['run', '$mod+Enter'],
      ['runRow', '$mod+Shift+Enter'],
      ['escape', 'Escape'],
      ['undo', '$mod+z'],
      ['redo', '$mod+Shift+z'],
      ['help', '?'],
    ],
  },
  {
    title: 'inGrid',
    keys: [
      ['move', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
      ['extend', 'Shift+ArrowDown'],
      ['ends', 'Home', 'End'],
      ['gridEnds', '$mod+Home', '$mod+End'],
      ['page', 'PageUp', 'PageDown'],
      ['expand', 'Enter'],
    ],
  },
  {
    title: 'inDrawer',
    keys: [
      ['nextCase', 'j', 'ArrowDown'],
      ['previousCase', 'k', 'ArrowUp'],
    ],
  },
  {
    title: 'values',
    keys: [
      ['edit', 'Enter', 'F2'],
      ['newline', 'Shift+Enter'],
      ['next', 'Tab'],
      ['leaveEdit', 'Escape'],
      ['clear', 'Delete'],
      ['copy', '$mod+c'],
      ['paste', '$mod+v'],
    ],
  },
  {
    title: 'rows',
    keys: [
      ['select', 'Space'],
      ['duplicate', '$mod+d'],
      ['moveRow', 'Alt+ArrowUp', 'Alt+ArrowDown'],
    ],
  },
]

/** Every key, on `?`. */
export function KeyboardHelp() {
  const say = useText('keys')
  const sayFrame = useText('frame')
  const { root } = usePlayground()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isEditable(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    root?.addEventListener('keydown', onKey)
    return () => root?.removeEventListener('keydown', onKey)
  }, [root])
  return (
    <Dialog open={isOpen} onOpenChange={setOpen} title={say('title')} closeLabel={sayFrame('close')} wide>
      {/* In a narrow frame it is longer than the dialog: what scrolls must be reachable by keyboard. */}
      <div className={css.columns} role="region" aria-label={say('title')} tabIndex={0}>
        {SECTIONS.map((section) => (
          <section key={section.title} className={css.section}>
            <h3 className={css.title}>{say(section.title)}</h3>
            <dl>
              {section.keys.map(([name, ...keys]) => (
                <div key={name} className={css.line}>
                  <dt>{say(name)}</dt>
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
