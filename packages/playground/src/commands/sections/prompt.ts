import { TEMPLATE_FORMATS } from '@vitrine/contracts'
import type { Command, CommandContext } from '../command.ts'
import { hasMessage, holds, isOther, messagePlace } from '../conditions.ts'
import { commandsOf } from '../define-command.ts'

const command = commandsOf('sectionPrompt')

const SYNTAX = { curly: 'syntaxCurly', fstring: 'syntaxFstring', jinja2: 'syntaxJinja2', mustache: 'syntaxMustache' } as const

const withMessage = (act: (id: string, at: number, context: CommandContext) => void) => (context: CommandContext) => {
  if (context.messageId !== null) act(context.messageId, messagePlace(context), context)
}
const messageCount = ({ get, state }: Pick<CommandContext, 'get' | 'state'>) => get(state.prompt.draftAtom).messages.length
const isNotFirst = holds((facts) => messagePlace(facts) > 0, 'whyFirst')
const isNotLast = holds((facts) => messagePlace(facts) < messageCount(facts) - 1, 'whyLast')

export const prompt: readonly Command[] = [
  command('choose-model', 'chooseModel', ({ goTo }) => goTo({ kind: 'model' })),
  command('go-to-prompt', 'goToPrompt', (c) => c.goTo({ kind: 'message', index: Math.max(0, messagePlace(c)) }), {
    when: holds((facts) => messageCount(facts) > 0, 'whyNoMessage'),
  }),
  command('go-to-parameters', 'goToSettings', ({ goTo }) => goTo({ kind: 'settings' })),
  command('add-message', 'addMessage', (c) => c.messages.insert(messageCount(c))),
  command('add-pair', 'addPair', (c) => c.messages.addPair()),
  command(
    'duplicate-message',
    'duplicateMessage',
    withMessage((id, _, c) => c.messages.duplicate(id)),
    { when: hasMessage },
  ),
  command(
    'move-message-up',
    'moveMessageUp',
    withMessage((id, at, c) => c.messages.move(id, at - 1)),
    { when: [hasMessage, isNotFirst] },
  ),
  command(
    'move-message-down',
    'moveMessageDown',
    withMessage((id, at, c) => c.messages.move(id, at + 1)),
    { when: [hasMessage, isNotLast] },
  ),
  command(
    'delete-message',
    'deleteMessage',
    withMessage((id, _, c) => c.messages.remove(id)),
    { when: hasMessage },
  ),
  ...(['completion', 'chat'] as const).map((mode) =>
    command(`mode-${mode}`, mode === 'chat' ? 'modeChat' : 'modeCompletion', ({ state }) => state.prompt.patch({ mode }, 'mode'), {
      when: isOther(({ get, state }) => get(state.prompt.draftAtom).mode, mode),
    }),
  ),
  ...TEMPLATE_FORMATS.map((format) =>
    command(`syntax-${format}`, SYNTAX[format], ({ chooseFormat }) => chooseFormat(format), {
      when: isOther(({ get, state }) => get(state.prompt.draftAtom).templateFormat, format),
    }),
  ),
]
