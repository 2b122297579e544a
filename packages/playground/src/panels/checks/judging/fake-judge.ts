import { createClient } from '@vitrine/client'
import { type AvailableModel, toWire } from '@vitrine/contracts'
import { findModel } from '@vitrine/model-catalog'
import type { ServiceBinding } from '../../../bindings.ts'
import { sampleResponse } from '../../../execution/sample-answer.ts'

export interface FakeJudge {
  readonly service: ServiceBinding
  /** The bodies of what was asked, in order. */
  readonly asked: { readonly model: string; readonly rubric: string; readonly answer: string }[]
}

interface Verdict {
  readonly pass: boolean
  readonly score: number
}

const MODELS = ['demo/writer', 'demo/echo', 'demo/refuses'].flatMap((id): readonly AvailableModel[] => {
  const model = findModel(id)
  return model === null ? [] : [{ ...model, usable: true }]
})

/** A service whose models judge as they are told; null fails. Each verdict costs 0.003 USD. */
export function fakeJudge(judge: (answer: string) => Verdict | string | null | Promise<Verdict | string | null>): FakeJudge {
  const asked: FakeJudge['asked'] = []
  const verdictOn = async (body: string): Promise<Response> => {
    const { ag_config: config, inputs } = JSON.parse(body)
    const answer = String(JSON.parse(inputs.answer))
    asked.push({ model: String(config.prompt.llm_config.model), rubric: String(JSON.parse(inputs.rubric)), answer })
    const said = await judge(answer)
    if (said === null) return Response.json({ detail: { code: 'provider_error', message: 'The judge is ill.' } }, { status: 500 })
    return Response.json(sampleResponse(typeof said === 'string' ? said : JSON.stringify({ reason: 'Because.', ...said })))
  }
  const client = createClient({
    serviceUrl: 'http://127.0.0.1:9/services',
    projectId: 'p',
    getToken: async () => null,
    fetch: async (input, init) => {
      if (input.includes('/services/models'))
        return Response.json({ models: MODELS.map((model) => toWire(model)), default_model: 'demo/writer' })
      return input.includes('/completion/test')
        ? verdictOn(typeof init?.body === 'string' ? init.body : '')
        : new Response(null, { status: 404 })
    },
  })
  return { service: { client, projectId: 'p' }, asked }
}
