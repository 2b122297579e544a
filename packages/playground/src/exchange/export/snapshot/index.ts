import { createLossList } from '../loss.ts'
import { fileNameOf, jsonText, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'

/** Prompt and cases as the playground gives them out, whole. What it produced stays behind. */
export const writeSnapshot: Exporter = ({ name, snapshot, results }) => {
  const losses = createLossList()
  losses.add('results', { count: results.length })
  return makeFile({ fileName: fileNameOf(name, '.vitrine.json'), mediaType: 'application/json', text: jsonText(snapshot) }, losses)
}
