import type { Message, ModelSettings, ResponseFormat, RunRequest } from '@vitrine/contracts'
import type { TemplateCache } from '@vitrine/templating'
import { refuseWith } from '../http/refusal.ts'
import type { Prepared } from './run-plan.ts'
import type { RunTarget } from './run-target.ts'
import { planLoop, withFreeChoice } from './tool-loop.ts'

export interface RenderedPrompt {
  readonly messages: readonly Message[]
  readonly responseFormat: ResponseFormat | undefined
}

/** The settings that a rendered prompt is sent with. */
export const settingsOf = ({ settings }: RunTarget, { responseFormat }: RenderedPrompt): ModelSettings =>
  responseFormat === undefined ? settings : { ...settings, responseFormat }

/** What exactly would be sent for a rendered prompt. `streams` counts where the settings do not say. */
export function planRun(
  { mode, unknown }: Pick<RunRequest, 'mode' | 'unknown'>,
  target: RunTarget,
  rendered: RenderedPrompt,
  { streams, templates }: { readonly streams: boolean; readonly templates: TemplateCache },
): Prepared {
  const { choice, key, facts, provider, ignored } = target
  const { messages, responseFormat } = rendered
  const settings = settingsOf(target, rendered)
  const asked = { endpoint: key.endpoint, model: choice.model, facts, settings, stream: settings.stream ?? streams }
  const prepared = provider.prepare({ ...asked, messages })
  if (!prepared.ok) return refuseWith(prepared.error)
  const { call } = prepared
  const unused = ignored === null ? unknown : [{ name: 'api', reason: ignored }, ...unknown]
  return {
    ok: true,
    plan: {
      mode,
      raw: false,
      asked: settings,
      provider,
      providerName: choice.provider,
      model: choice.model,
      facts,
      label: choice.facts?.name ?? 'other',
      messages,
      responseFormat,
      call,
      loop:
        settings.toolLoop === undefined
          ? null
          : planLoop(settings.toolLoop, templates, (turns) =>
              provider.prepare({ ...asked, settings: withFreeChoice(settings), messages: turns }),
            ),
      settings: { ...call.settings, dropped: [...call.settings.dropped, ...unused] },
      keyId: key.keyId,
    },
  }
}
