import type { Command } from './command.ts'
import { cases } from './sections/cases.ts'
import { details } from './sections/details.ts'
import { files } from './sections/files.ts'
import { placeKeys } from './sections/place-keys.ts'
import { playground } from './sections/playground.ts'
import { prompt } from './sections/prompt.ts'
import { run } from './sections/run.ts'
import { variants } from './sections/variants.ts'
import { view } from './sections/view.ts'

/**
 * Everything that can be done, as data: the palette, the keys and the keyboard help are made from it.
 *
 * One more command is one line in the file of its section under `sections/`:
 *
 *     command('run-slow', 'runSlow', (context) => context.run(slowOf(context)), { when: holds(hasSlow, 'whyNoneSlow') }),
 *
 * with its words in `messages/en/commands.ts` (`runSlow`, and the reason `whyNoneSlow` where it may be unavailable). What it needs of the
 * mount comes with `CommandContext`. A key for it is a line in `shortcuts.ts` under the same id; a key that means something in one place
 * alone, which hears it itself, is a line in `sections/place-keys.ts`. A new dialog over the playground is a tool in
 * `panels/frame/tools.ts` and opens with `context.open(id)`.
 */
export const COMMANDS: readonly Command[] = [
  ...run,
  ...cases,
  ...prompt,
  ...variants,
  ...details,
  ...view,
  ...files,
  ...playground,
  ...placeKeys,
]
