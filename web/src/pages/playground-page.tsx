import { FIRST_VISIT, Playground, type PlaygroundBindings } from '@vitrine/playground'
import type { Theme } from '../shell/use-theme.ts'
import css from '../shell/shell.module.css'

export function PlaygroundPage({ bindings, theme }: { bindings: PlaygroundBindings; theme: Theme }) {
  return (
    <div className={css["fill"]}>
      <Playground bindings={bindings} theme={theme} example={FIRST_VISIT} />
    </div>
  )
}
