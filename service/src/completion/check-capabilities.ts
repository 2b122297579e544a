import { type ContentPart, type Message, type Model, type ModelSettings, toSnakeCase } from '@vitrine/contracts'
import { refusalsFor } from '@vitrine/model-catalog'
import { type Refusal, refuse } from '../http/refusal.ts'

const NEEDS = new Map<ContentPart['type'], { readonly capability: 'vision' | 'audio' | 'files'; readonly what: string }>([
  ['image_url', { capability: 'vision', what: 'an image' }],
  ['input_audio', { capability: 'audio', what: 'sound' }],
  ['file', { capability: 'files', what: 'a file' }],
])

function contentRefusal(messages: readonly Message[], facts: Model): Refusal | null {
  for (const [at, { content }] of messages.entries()) {
    if (typeof content === 'string' || content === null || content === undefined) continue
    for (const [partAt, part] of content.entries()) {
      const need = NEEDS.get(part.type)
      if (need === undefined || facts.capabilities === null || facts.capabilities[need.capability]) continue
      const location = `messages[${at}].content[${partAt}]`
      return refuse(
        'unsupported_parameter',
        `The model ${facts.id} does not take ${need.what} (${location}). Take it out, or choose a model that does.`,
        { parameter: part.type, location },
      )
    }
  }
  return null
}

/**
 * What the model is known not to do, said before it is asked. Single parameters it refuses are left out by the adapter and reported;
 * tools, formats and pictures are the point of a prompt, so leaving them out would be another prompt.
 */
export function checkCapabilities(messages: readonly Message[], settings: ModelSettings, facts: Model | null): Refusal | null {
  if (facts === null) return null
  const refused = refusalsFor(settings, facts).find(({ name }) => name === 'tools' || name === 'responseFormat')
  if (refused === undefined) return contentRefusal(messages, facts)
  const parameter = toSnakeCase(refused.name)
  return refuse(
    'unsupported_parameter',
    `${facts.id} cannot be sent ${parameter}: ${refused.reason}. Take it out, or choose another model.`,
    {
      parameter,
      reason: refused.reason,
    },
  )
}
