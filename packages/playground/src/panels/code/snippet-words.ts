import type { SnippetNote, SnippetRefusal } from '../../code/snippet.ts'
import type { Say } from '../../messages/use-text.ts'
import type { SnippetFacts } from './use-snippet.ts'

type SayCode = Say<'code'>

const FIXED = { logic: 'note_fixedLogic', structured: 'note_fixedStructured', 'not-rendered': 'note_fixedNotRendered' } as const
const listed = (items: readonly string[]): string => items.join(', ')

/** What a program does not do as the request did, in words. */
export function noteText(note: SnippetNote, say: SayCode): string {
  switch (note.code) {
    case 'folded-data':
      return say('note_foldedData', { paths: listed(note.paths) })
    case 'secret-header':
      return say('note_secretHeader', { names: listed(note.names) })
    case 'secret-in-address':
      return say('note_secretInAddress')
    case 'fixed-variable':
      return say(FIXED[note.reason], { name: note.name })
    case 'renamed':
      return say('note_renamed', { name: note.name, as: note.as })
    case 'rounded-number':
      return say('note_roundedNumber', { paths: listed(note.paths) })
    case 'number-out-of-range':
      return say('note_numberOutOfRange', { paths: listed(note.paths) })
    case 'missing-fields':
      return say('note_missingFields', { names: listed(note.names) })
    case 'tool-loop':
      return say('note_toolLoop')
    case 'lone-surrogate':
      return say('note_loneSurrogate')
    case 'not-in-argument':
      return say(note.what === 'nul' ? 'note_nul' : 'note_halfCharacter', { name: note.name })
    default:
      return note satisfies never
  }
}

/** What holds for the program as a whole: where its key comes from, and whether it can run at all. */
export function factTexts({ keyVariable, isDemo, hasNoArguments }: SnippetFacts, code: string, say: SayCode): readonly string[] {
  return [
    ...(isDemo ? [say('note_demo')] : []),
    ...(hasNoArguments ? [say('note_noVariables')] : []),
    ...(code.includes(keyVariable) && !isDemo ? [say('note_key', { variable: keyVariable })] : []),
  ]
}

/** Why there is no program in this language. */
export function refusalText(refusal: SnippetRefusal, say: SayCode): string {
  switch (refusal.code) {
    case 'other-target':
      return say('refused_otherTarget')
    case 'other-api':
      return say('refused_otherApi')
    case 'address':
      return say('refused_address')
    case 'too-deep':
      return say('refused_tooDeep', { depth: refusal.depth })
    case 'no-json-object':
      return say('refused_noJsonObject')
    default:
      return refusal satisfies never
  }
}
