import type { Command } from '../command.ts'
import { holds } from '../conditions.ts'
import { commandsOf } from '../define-command.ts'

const command = commandsOf('sectionFiles')

export const files: readonly Command[] = [
  command('import', 'import', ({ open }) => open('import')),
  command('export', 'export', ({ open }) => open('export')),
  command('code', 'code', ({ open }) => open('code')),
  command('share', 'share', ({ open }) => open('share')),
  command('save', 'save', ({ save }) => save()),
  command('keep-run', 'keepRun', ({ open }) => open('keep-run'), { when: holds(({ canKeepRun }) => canKeepRun, 'whyNoJournal') }),
  command('download-snapshot', 'downloadSnapshot', ({ download }) => download()),
]
