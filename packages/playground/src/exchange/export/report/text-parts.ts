import type { Message } from '@vitrine/contracts'
import { type Markup, markup } from './markup.ts'
import type { ReportWords } from './report-words.ts'

/** What people wrote, in the direction of its own letters. */
export const proseOf = (text: string): Markup => markup`<div class="text" dir="auto">${text}</div>`

/** It scrolls where it is long, with the keyboard too. */
export const codeOf = (name: string, text: string): Markup =>
  markup`<div class="code" dir="ltr" role="region" aria-label="${name}" tabindex="0">${text}</div>`

/** Names and what stands under them. */
export const factsOf = (facts: readonly (readonly [name: string, value: string | Markup])[]): Markup =>
  markup`<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`

export const foldedOf = (title: string, content: Markup): Markup =>
  markup`<details class="more"><summary>${title}</summary>${content}</details>`

function contentOf({ content }: Message, { say }: ReportWords): readonly Markup[] {
  if (content === null || content === undefined) return []
  if (typeof content === 'string') return [proseOf(content)]
  return content.map((part) =>
    part.type === 'text' ? proseOf(part.text) : markup`<p class="note">${say('attachment', { kind: part.type })}</p>`,
  )
}

/** `othersAt` are what else was answered at the place of a message. */
export const messagesOf = (
  messages: readonly Message[],
  words: ReportWords,
  othersAt: (index: number) => readonly Message[] = () => [],
): Markup =>
  markup`<div class="messages">${messages.map(
    (message, index) =>
      markup`<section><h4 class="role ${message.role}">${words.sayRole(message.role)}</h4>${contentOf(message, words)}${
        message.toolCalls !== undefined && codeOf(words.say('calls'), JSON.stringify(message.toolCalls, null, 2))
      }${othersAt(index).length > 0 && foldedOf(words.say('otherVersions'), messagesOf(othersAt(index), words))}</section>`,
  )}</div>`
