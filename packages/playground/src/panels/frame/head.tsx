import { useAtomValue } from 'jotai'
import { Info, Redo2, Undo2 } from 'lucide-react'
import { useText } from '../../messages/use-text.ts'
import { usePlayground } from '../../playground-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { lateJournal } from '../journal/late-journal.ts'
import { useFrameSize } from './frame-size.ts'
import { HeadTools } from './head-tools.tsx'
import css from './head.module.css'
import { Part } from './part.tsx'
import { useMode } from './use-mode.ts'

/** Mode, syntax, where the work lives, undo. */
export function Head() {
  const say = useText('frame')
  const { state, bindings, panels, keeperAtom } = usePlayground()
  const keeper = useAtomValue(keeperAtom)
  const journal = lateJournal.use()
  const size = useFrameSize()
  const mode = useMode(state)
  const canUndo = useAtomValue(state.undo.canUndoAtom)
  const canRedo = useAtomValue(state.undo.canRedoAtom)
  const isNarrow = size !== 'wide'
  const lives = say(bindings.isStateless ? 'inMemory' : 'keptByHost')
  return (
    <header className={css.head} data-narrow={isNarrow || undefined}>
      <Segmented
        label={say('mode')}
        data-testid="mode"
        size={isNarrow ? 32 : 28}
        value={mode}
        options={[
          { value: 'completion', label: say('completion') },
          { value: 'chat', label: say('chat') },
        ]}
        onChange={(next) => state.prompt.patch({ mode: next }, 'mode')}
      />
      {panels.TemplateFormatMenu && !isNarrow && (
        <Part>
          <panels.TemplateFormatMenu />
        </Part>
      )}
      <span className={css.rule} />
      {keeper && journal ? (
        <journal.Lives keeper={keeper} />
      ) : (
        <span className={css.lives} title={bindings.isStateless ? say('inMemory') : undefined}>
          <Icon of={Info} size={14} />
          {/* One of them is drawn, as there is room. */}
          <span className={css.whole}>{lives}</span>
          <span className={css.short}>{bindings.isStateless ? say('inMemoryShort') : lives}</span>
        </span>
      )}
      <span className={css.end}>
        <HeadTools isNarrow={isNarrow} />
        <IconButton icon={Undo2} label={say('undo')} disabled={!canUndo} onClick={() => state.undo.undo()} mirrored />
        <IconButton icon={Redo2} label={say('redo')} disabled={!canRedo} onClick={() => state.undo.redo()} mirrored />
      </span>
    </header>
  )
}
