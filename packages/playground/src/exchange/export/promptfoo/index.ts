import { loadFormat } from '@vitrine/templating'
import { providerOfModel } from '../../promptfoo/provider-id.ts'
import type { ExportSource, ExportVariant } from '../export-source.ts'
import { type LossList, createLossList } from '../loss.ts'
import { fileNameOf, makeFile } from '../make-file.ts'
import type { Exporter } from '../registry.ts'
import { tellRows } from '../tell-rows.ts'
import { promptText } from './prompt-text.ts'
import { providerConfig } from './provider-config.ts'
import { yamlText } from './yaml-text.ts'
import { assertsOf, isRowBound, testContext, testsOf } from './tests-of.ts'

const SCHEMA = '# yaml-language-server: $schema=https://promptfoo.dev/config-schema.json\n'

interface NamedText {
  readonly label: string
  readonly raw: string
}

/** Each wording once, under the name of the variant that has it first. */
function promptsOf(
  { variants, rows }: ExportSource,
  losses: LossList,
): { readonly prompts: readonly NamedText[]; readonly labels: readonly string[] } {
  const hasBraces = rows.some(({ data }) => Object.values(data).some((value) => /\{[{%#]/.test(value)))
  const byText = new Map<string, string>()
  const labels = variants.map((variant) => {
    const raw = promptText(variant, hasBraces, losses)
    const label = byText.get(raw) ?? variant.name
    byText.set(raw, label)
    return label
  })
  return { prompts: [...byText].map(([raw, label]) => ({ label, raw })), labels }
}

function providersOf(
  variants: readonly ExportVariant[],
  labels: readonly string[],
  isOnePrompt: boolean,
  losses: LossList,
): readonly object[] {
  return variants.map((variant, index) => {
    const { name, llmConfig } = variant
    const id = providerOfModel(llmConfig.model, llmConfig.api)
    if (llmConfig.model.startsWith('demo/')) losses.add('model-is-demo', { model: llmConfig.model })
    const config = providerConfig(variant, id, losses)
    return {
      id,
      label: name,
      ...(Object.keys(config).length > 0 ? { config } : {}),
      // Without this every model would be asked every wording.
      ...(isOnePrompt ? {} : { prompts: [labels[index]] }),
    }
  })
}

function configOf(source: ExportSource, losses: LossList): object {
  const { prompts, labels } = promptsOf(source, losses)
  const context = testContext(source)
  const common = source.checks.filter((check) => !isRowBound(check))
  const asserts = assertsOf(common, undefined, context, losses)
  return {
    description: source.name,
    prompts,
    providers: providersOf(source.variants, labels, prompts.length === 1, losses),
    ...(asserts.length > 0 ? { defaultTest: { assert: asserts } } : {}),
    tests: testsOf(source, context, losses),
  }
}

/** A configuration that promptfoo runs: the same prompts, models, cases and checks. */
export const writePromptfoo: Exporter = async (source) => {
  const losses = createLossList()
  await Promise.all(['jinja2' as const, ...source.variants.map(({ templateFormat }) => templateFormat)].map((format) => loadFormat(format)))
  losses.add('results', { count: source.results.length })
  if (source.mode === 'chat') losses.add('chat-mode', {})
  tellRows(source, ['histories'], losses)
  const text = SCHEMA + (await yamlText(configOf(source, losses)))
  return makeFile({ fileName: fileNameOf(source.name, '-promptfooconfig.yaml'), mediaType: 'application/yaml', text }, losses)
}
