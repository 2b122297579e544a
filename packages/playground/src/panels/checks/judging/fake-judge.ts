import type { ServiceBinding } from '../../../bindings.ts'
import { sampleResponse } from '../../../execution/sample-answer.ts'
import { fakeService } from '../../model-config/fake-service.ts'
import { usableModels } from '../../model-config/usable-models.ts'

export interface FakeJudge {
  readonly service: ServiceBinding
  /** The bodies of what was asked, in order. */
  readonly asked: { readonly model: string; readonly rubric: string; readonly answer: string }[]
}

interface Verdict {
  readonly pass: boolean
  readonly score: number
}

const MODELS = usableModels('demo/writer', 'demo/echo', 'demo/refuses')

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
  const service = fakeService(
    () => MODELS,
    (url, body) => (url.includes('/completion/test') ? verdictOn(body) : new Response(null, { status: 404 })),
  )
  return { service, asked }
}
