import { CONFIGURATION_VERSION, type ConfigurationDocument } from '../../own-documents/configuration.ts'
import { createLossList } from '../loss.ts'
import { fileNameOf, jsonText, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'

/** How models are asked: prompts, settings and checks, without cases. */
export const writeConfiguration: Exporter = ({ name, mode, variants, checks, rows, leftOut, results }) => {
  const losses = createLossList()
  losses.add('rows-left-out', { count: rows.length + leftOut })
  losses.add('results', { count: results.length })
  const document: ConfigurationDocument = {
    kind: 'vitrine-configuration',
    v: CONFIGURATION_VERSION,
    mode,
    variants: variants.map(({ name: called, messages, templateFormat, llmConfig }) => ({
      name: called,
      messages,
      templateFormat,
      llmConfig,
    })),
    checks,
  }
  return makeFile({ fileName: fileNameOf(name, '-configuration.json'), mediaType: 'application/json', text: jsonText(document) }, losses)
}
