import { type AvailableModel, fromWire } from '@vitrine/contracts'
import type { PlaygroundBindings } from '@vitrine/playground'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useHostTexts } from '../messages/use-host-texts.ts'
import { ModelRow } from './model-row.tsx'
import css from './page.module.css'

const HEADS = [
  { name: 'model', isNumber: false, isPrice: false },
  { name: 'context', isNumber: true, isPrice: false },
  { name: 'maxOutput', isNumber: true, isPrice: false },
  { name: 'input', isNumber: true, isPrice: true },
  { name: 'cached', isNumber: true, isPrice: true },
  { name: 'output', isNumber: true, isPrice: true },
  { name: 'can', isNumber: false, isPrice: false },
  { name: 'price', isNumber: false, isPrice: false },
] as const

async function askForModels(bindings: PlaygroundBindings, signal: AbortSignal): Promise<readonly AvailableModel[]> {
  const reply = await bindings.service?.client.models({ signal })
  if (reply === undefined) return []
  if (!reply.ok) throw new Error(reply.failure.message)
  return reply.value.models.map((model) => fromWire<AvailableModel>(model))
}

/** The catalogue of the project: what models cost, hold and can do. */
export function ModelsPage({ bindings }: { bindings: PlaygroundBindings }) {
  const [queries] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queries}>
      <ModelsTable bindings={bindings} />
    </QueryClientProvider>
  )
}

function ModelsTable({ bindings }: { bindings: PlaygroundBindings }) {
  const text = useHostTexts().modelsPage
  const [wanted, setWanted] = useState('')
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['models'],
    queryFn: ({ signal }) => askForModels(bindings, signal),
    retry: 1,
  })
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const found = (data ?? []).filter(({ id, displayName }) => words.every((word) => `${id} ${displayName}`.toLowerCase().includes(word)))
  const providers = Map.groupBy(found, ({ provider }) => provider)
  return (
    <section className={css['page']} aria-busy={isPending}>
      <h1>{text.title}</h1>
      <p className={css['lead']}>{text.lead}</p>
      {isPending && <p role="status">{text.loading}</p>}
      {error && (
        <div role="alert" data-testid="error-notice" data-code="models">
          <p>
            {text.failed} {error.message}
          </p>
          <button type="button" className={css['action']} onClick={() => void refetch()}>
            {text.retry}
          </button>
        </div>
      )}
      {data && (
        <>
          <input
            type="search"
            className={css['filter']}
            aria-label={text.filter}
            placeholder={text.filter}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          {found.length === 0 ? (
            <p>
              {text.none(wanted)}{' '}
              <button type="button" className={css['clear']} onClick={() => setWanted('')}>
                {text.clear}
              </button>
            </p>
          ) : (
            // A region that scrolls must be reachable by keyboard.
            <div className={css['frame']} role="region" aria-label={text.title} tabIndex={0}>
              <table className={css['table']}>
                <thead>
                  <tr>
                    {HEADS.map(({ name, isNumber, isPrice }) => (
                      <th
                        key={name}
                        scope="col"
                        className={isNumber ? css['number'] : undefined}
                        title={isPrice ? text.perMillion : undefined}
                      >
                        {text.columns[name]}
                      </th>
                    ))}
                  </tr>
                </thead>
                {[...providers].map(([provider, models]) => (
                  <tbody key={provider}>
                    <tr className={css['provider']}>
                      <th scope="rowgroup" colSpan={HEADS.length}>
                        {text.providers[provider as keyof typeof text.providers] ?? provider}{' '}
                        <span className={css['unit']}>{text.perMillion}</span>
                      </th>
                    </tr>
                    {models.map((model) => (
                      <ModelRow key={model.id} model={model} />
                    ))}
                  </tbody>
                ))}
              </table>
            </div>
          )}
        </>
      )}
    </section>
  )
}
