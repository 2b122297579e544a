import type { ErrorDetail, Part, PartKind, ProviderEvent } from '@vitrine/contracts'

type EventOf<Type extends ProviderEvent['type']> = Extract<ProviderEvent, { type: Type }>

export function eventsOf<Type extends ProviderEvent['type']>(events: readonly ProviderEvent[], type: Type): readonly EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type)
}

export const partsOf = (events: readonly ProviderEvent[]): readonly Part[] => eventsOf(events, 'part-end').map(({ part }) => part)

/** The text of all finished parts of a kind, joined. */
export const textOf = (events: readonly ProviderEvent[], kind: Exclude<PartKind, 'tool-call'> = 'text'): string =>
  partsOf(events)
    .map((part) => (part.kind === kind ? part.text : ''))
    .join('')

export const errorOf = (events: readonly ProviderEvent[]): ErrorDetail | null => eventsOf(events, 'error')[0]?.error ?? null
