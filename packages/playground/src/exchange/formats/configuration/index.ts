import { type JsonObject, member } from '../../data/json-object.ts'
import type { FormatReader } from '../../import/format-reader.ts'
import { CONFIGURATION_VERSION } from '../../own-documents/configuration.ts'
import { readOrTell } from '../../own-documents/document-fault.ts'
import { isNewer } from '../../own-documents/is-newer.ts'
import { readChecks } from '../../own-documents/read-check.ts'
import { readPrompt } from '../../own-documents/read-prompt.ts'
import { readSettings } from '../../own-documents/read-settings.ts'
import { listAt, objectAt, oneOf, textAt } from '../../own-documents/read-members.ts'

/** A configuration of ours: prompts, settings and checks, without cases. */
export const readConfiguration: FormatReader = ({ document, problems }) => {
  const read = (value: JsonObject) => {
    if (isNewer(value, CONFIGURATION_VERSION, problems)) return null
    const mode = oneOf(value, 'mode', ['completion', 'chat'], '')
    const variants = listAt(value, 'variants', '').map((item, index) => {
      const path = `variants[${index}]`
      const variant = objectAt(item, path)
      return {
        name: textAt(variant, 'name', path),
        prompt: readPrompt(variant, mode, path),
        settings: readSettings(member(variant, 'llmConfig'), `${path}.llmConfig`),
      }
    })
    return { variants, checks: readChecks(value, 'checks', '') }
  }
  return readOrTell(problems, () => read(objectAt(document?.kind === 'value' ? document.value : null, '')))
}
