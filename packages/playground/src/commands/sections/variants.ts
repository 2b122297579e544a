import { variantLetter } from '../../state/create-variants-state.ts'
import { MAX_VARIANTS } from '../../state/prompt.ts'
import type { Command, CommandContext, CommandFacts } from '../command.ts'
import { holds, isOther } from '../conditions.ts'
import { commandsOf } from '../define-command.ts'

const command = commandsOf('sectionVariants')

const ids = ({ get, state }: CommandFacts) => get(state.prompt.variants.idsAtom)
const activeId = ({ get, state }: CommandFacts) => get(state.prompt.variants.activeIdAtom)
const place = (facts: CommandFacts) => ids(facts).indexOf(activeId(facts))
const move = (by: 1 | -1) => (context: CommandContext) => context.state.prompt.variants.move(activeId(context), place(context) + by)

const hasRoom = holds((facts) => ids(facts).length < MAX_VARIANTS, 'whyVariantsFull')
const hasOther = holds((facts) => ids(facts).length > 1, 'whyOneVariant')
const isNotFirst = holds((facts) => place(facts) > 0, 'whyFirst')
const isNotLast = holds((facts) => place(facts) < ids(facts).length - 1, 'whyLast')

export const variants: readonly Command[] = [
  command('clone-variant', 'cloneVariant', (c) => void c.state.prompt.variants.clone(activeId(c)), { when: hasRoom }),
  command('move-variant-back', 'moveVariantBack', move(-1), { when: [hasOther, isNotFirst] }),
  command('move-variant-on', 'moveVariantOn', move(1), { when: [hasOther, isNotLast] }),
  command(
    'delete-variant',
    'deleteVariant',
    (context) => {
      const letter = variantLetter(place(context))
      context.state.prompt.variants.remove(activeId(context))
      context.offerUndo(context.say('variantDeleted', { letter }))
    },
    { when: hasOther },
  ),
  ...Array.from({ length: MAX_VARIANTS }, (_, index) => {
    const letter = variantLetter(index)
    const activate = (context: CommandContext) => {
      const id = ids(context)[index]
      if (id !== undefined) context.state.prompt.variants.activate(id)
    }
    return command(`variant-${letter.toLowerCase()}`, (say) => say('goToVariant', { letter }), activate, {
      when: [holds((facts) => index < ids(facts).length, 'whyNoVariant'), isOther(place, index)],
    })
  }),
]
