import { FIRST_VISIT, Playground, type PlaygroundBindings } from '@vitrine/playground'
import type { Theme } from '../shell/use-theme.ts'
import { en } from '../messages/en.ts'
import css from '../shell/shell.module.css'

export function PlaygroundPage({ bindings, theme }: { bindings: PlaygroundBindings; theme: Theme }) {
  return (
    <div className={css['fill']}>
      <h1 className="vitrine-unseen">{en.playground}</h1>
      <Playground bindings={bindings} theme={theme} example={FIRST_VISIT} />
    </div>
  )
}
