import { z } from 'zod'

/**
 * What the API document says about a schema beyond its shape. Those with an `id` become components of that name. Our own registry, so
 * that a host's schemas never end up in our document.
 */
export interface Documentation {
  readonly id?: string
  readonly title?: string
  readonly description?: string
  readonly type?: 'object' | readonly ['object', 'array']
  /** A condition that the shape alone cannot say. */
  readonly anyOf?: readonly object[]
  readonly [extension: `x-${string}`]: unknown
}

export const documented = z.registry<Documentation>()

/** An object whose content belongs to somebody else: it goes through by reference, whatever its keys are. */
export const foreignObject = () =>
  z
    .custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), {
      error: 'must be an object',
    })
    .register(documented, { type: 'object' })
