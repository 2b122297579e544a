import { lateModule } from '../../ui/late-module.ts'

/** The commands, and what they are found in: fetched when the page has nothing better to do, or a first command is given. */
export const lateCommands = lateModule(() => import('../palette/command-host.tsx'))
