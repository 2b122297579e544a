import type { RawRequest, RunMode } from '@vitrine/contracts'
import { prepareRaw as prepareRawCall } from '@vitrine/providers'
import { refuse, refuseWith } from '../http/refusal.ts'
import { chooseAdapter } from './choose-adapter.ts'
import { chooseModel } from './choose-model.ts'
import type { PrepareDeps } from './prepare.ts'
import { formatIn, messagesIn, settingsIn } from './raw-body.ts'
import { type KeyScope, resolveKey } from './resolve-key.ts'
import type { Prepared } from './run-plan.ts'

/**
 * An edited request of a provider as a plan: the same choice of provider, the same key and the same guards as for a prompt. The name in the
 * body is the one that is asked for, so it is the one whose price counts.
 */
export async function prepareRaw(
  mode: RunMode,
  { model: name, api = 'auto', body }: RawRequest,
  deps: PrepareDeps,
  scope: KeyScope,
): Promise<Prepared> {
  const { vault, models } = deps
  const choice = chooseModel(name, vault.providersOf(scope.projectId), { answering: models.answering(), catalogue: models.catalogue })
  if (!choice.ok) return choice
  const { provider: providerName } = choice
  const model = typeof body['model'] === 'string' && body['model'] !== '' ? body['model'] : choice.model
  const known = model === choice.model ? choice.facts : models.catalogue.findModel(`${providerName}/${model}`)
  const key = await resolveKey(vault, scope, providerName, model)
  if (!key.ok) return key
  const facts = models.factsFor({ provider: providerName, model, facts: known }, key.keyId)
  const asked = settingsIn(model, body)
  const { adapter, ignored } = chooseAdapter(
    { provider: providerName, api, model, facts, settings: asked, baseUrl: key.endpoint.baseUrl },
    deps,
  )
  if (ignored !== null) return refuse('unsupported_parameter', `The request cannot be sent as "${api}": ${ignored}.`, { parameter: 'api' })
  const prepared = prepareRawCall(adapter, { endpoint: key.endpoint, model, facts, body })
  if (!prepared.ok) return refuseWith(prepared.error)
  const { call } = prepared
  return {
    ok: true,
    plan: {
      mode,
      raw: true,
      asked,
      provider: adapter,
      providerName,
      model,
      facts,
      label: known?.name ?? 'other',
      messages: messagesIn(body),
      responseFormat: formatIn(body),
      call,
      loop: null,
      settings: call.settings,
      keyId: key.keyId,
    },
  }
}
