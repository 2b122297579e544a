import type { DocumentBlockParam, ImageBlockParam, TextBlockParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { Message } from '@vitrine/contracts'
import { toFileBlock } from './document-block.ts'
import { toImageBlock } from './image-block.ts'
import type { TurnContext } from './turn-context.ts'

export type ContentBlock = TextBlockParam | ImageBlockParam | DocumentBlockParam

/** The content of a message as blocks. The Messages API takes no blank text, so that is left out. */
export function toContentBlocks({ content }: Message, path: string, context: TurnContext): readonly ContentBlock[] {
  if (typeof content === 'string') return content.trim() === '' ? [] : [{ type: 'text', text: content }]
  return (content ?? []).flatMap((part, position): readonly ContentBlock[] => {
    const at = `${path}.content[${position}]`
    switch (part.type) {
      case 'text':
        if (part.text.trim() !== '') return [{ type: 'text', text: part.text }]
        context.report.drop(at, 'the Messages API takes no blank text')
        return []
      case 'image_url':
        return listOf(toImageBlock(part, at, context))
      case 'file':
        return listOf(toFileBlock(part, at, context))
      default:
        context.refuse('input_audio', at, 'the Messages API takes no sound')
        return []
    }
  })
}

/** The same for those who may only write. */
export function toTextBlocks(message: Message, path: string, context: TurnContext): readonly TextBlockParam[] {
  const { role, content } = message
  if (typeof content === 'string' || content === undefined || content === null) {
    return toContentBlocks(message, path, context).filter((block) => block.type === 'text')
  }
  return content.flatMap((part, position) => {
    const at = `${path}.content[${position}]`
    if (part.type !== 'text') context.report.drop(at, `the Messages API takes only text from ${role}`)
    else if (part.text.trim() === '') context.report.drop(at, 'the Messages API takes no blank text')
    else return [{ type: 'text' as const, text: part.text }]
    return []
  })
}

const listOf = <Block>(block: Block | null): readonly Block[] => (block === null ? [] : [block])
