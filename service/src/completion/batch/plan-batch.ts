import type { BatchRow, BatchRunRequest, RunRequest } from '@vitrine/contracts'
import { type TemplateCache, type TemplateInputs, variablesOfPrompt } from '@vitrine/templating'
import { type Refusal, refuseWith } from '../../http/refusal.ts'
import { checkCapabilities } from '../check-capabilities.ts'
import { chooseModel } from '../choose-model.ts'
import { planRun, settingsOf } from '../plan-run.ts'
import type { PrepareDeps } from '../prepare.ts'
import { templateRefusal } from '../render.ts'
import { renderTraced } from '../render-traced.ts'
import { type KeyScope, resolveKey } from '../resolve-key.ts'
import type { Prepared } from '../run-plan.ts'
import { type RunTarget, chooseTarget } from '../run-target.ts'
import { refuseToolLoop } from '../tool-results.ts'

/** A batch whose prompt nothing stands against any more; what is left to be found wrong is the single row. */
export interface BatchPlan {
  /** Names the places that its calls share with others. */
  readonly placesKey: string
  readonly planRow: (row: BatchRow, inputs: TemplateInputs, scope: Pick<KeyScope, 'trace' | 'clock'>) => Prepared
}

type Prompt = BatchRunRequest['prompt']

const templatesOf = ({ templateFormat, messages, settings: { responseFormat } }: Prompt) => ({
  format: templateFormat,
  messages,
  ...(responseFormat === undefined ? {} : { responseFormat }),
})

/** Texts that cannot be read as templates cannot be in any row. */
function refuseTemplates(prompt: Prompt, templates: TemplateCache): Refusal | null {
  const [first] = variablesOfPrompt(templatesOf(prompt), templates).problems
  return first === undefined ? null : templateRefusal(first.problem, first.location)
}

/** What the provider's dialect has against the settings, whatever is said. A format with variables in it is not one yet. */
function refuseSettings(target: RunTarget, prompt: Prompt, streams: boolean, templates: TemplateCache): Refusal | null {
  const { responseFormat: _format, ...others } = target.settings
  const isFixed = variablesOfPrompt({ ...templatesOf(prompt), messages: [] }, templates).variables.length === 0
  const settings = isFixed ? target.settings : others
  const { choice, key, facts } = target
  const messages = [{ role: 'user', content: 'Hello' }] as const
  const asked = { endpoint: key.endpoint, model: choice.model, facts, settings, stream: settings.stream ?? streams }
  const trial = target.provider.prepare({ ...asked, messages })
  return trial.ok ? null : refuseWith(trial.error)
}

/** Everything that can be said about all rows at once: who is asked with which key, and whether the prompt and its settings can be sent. */
export async function planBatch(
  { prompt, textDeltas: streams }: BatchRunRequest,
  deps: PrepareDeps,
  scope: KeyScope,
): Promise<{ readonly ok: true; readonly plan: BatchPlan } | Refusal> {
  const { vault, models, templates } = deps
  const choice = chooseModel(prompt.settings.model, vault.providersOf(scope.projectId), {
    answering: models.answering(),
    catalogue: models.catalogue,
  })
  if (!choice.ok) return choice
  const broken = refuseTemplates(prompt, templates)
  if (broken !== null) return broken
  const key = await resolveKey(vault, scope, choice.provider, choice.model)
  if (!key.ok) return key
  const target = chooseTarget(choice, key, prompt.settings, deps)
  const { facts, settings } = target
  const refused =
    checkCapabilities(prompt.messages, settings, facts) ??
    refuseToolLoop(settings.toolLoop, templates) ??
    refuseSettings(target, prompt, streams, templates)
  if (refused !== null) return refused
  return {
    ok: true,
    plan: {
      placesKey: `${choice.provider} ${key.keyId}`,
      planRow({ history, inputs: given, unknown }, inputs, rowScope) {
        const request: RunRequest = { ...prompt, inputs: given, history, unknown: [...prompt.unknown, ...unknown] }
        const rendered = renderTraced(request, inputs, templates, rowScope)
        if (!rendered.ok) return rendered
        // The prompt's own parts were looked at once; a history is the row's.
        const unfit = history.length === 0 ? null : checkCapabilities(rendered.messages, settingsOf(target, rendered), facts)
        return unfit ?? planRun(request, target, rendered, { streams, templates })
      },
    },
  }
}
