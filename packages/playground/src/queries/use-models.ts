import { type AvailableModel, fromWire } from '@vitrine/contracts'
import { useQuery } from '@tanstack/react-query'
import { usePlayground } from '../playground-context.ts'

export interface KnownModels {
  readonly models: readonly AvailableModel[]
  readonly defaultModelId: string
}

/** The models of the project, as the service tells; without a service there are none to choose from and the query stays idle. */
export function useModels() {
  const { service } = usePlayground().bindings
  return useQuery({
    queryKey: ['models', service?.projectId],
    enabled: service !== undefined,
    queryFn: async ({ signal }): Promise<KnownModels> => {
      if (service === undefined) return { models: [], defaultModelId: '' }
      const reply = await service.client.models({ signal })
      if (!reply.ok) throw new Error(reply.failure.message, { cause: reply.failure })
      return {
        models: reply.value.models.map((model) => fromWire<AvailableModel>(model)),
        defaultModelId: reply.value.default_model,
      }
    },
  })
}

/** What is known of one model; null while it is asked for and where the service does not know it. */
export function useModel(id: string): AvailableModel | null {
  const { data } = useModels()
  return data?.models.find((model) => model.id === id || model.name === id) ?? null
}
