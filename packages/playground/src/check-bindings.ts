import { BINDINGS_CONTRACT, type PlaygroundBindings } from './bindings.ts'
import { BindingsError } from './bindings-error.ts'
import type { PlaygroundState } from './state/playground-state.ts'

const majorOf = (contract: string): string => contract.split('.')[0] ?? ''

/**
 * The state of bindings that this package can serve.
 *
 * *Errors*: `contract_mismatch` where they speak another major version, `state_missing` where they bring no state.
 */
export function stateOf(bindings: PlaygroundBindings): PlaygroundState {
  const spoken: string = bindings.contract ?? BINDINGS_CONTRACT
  if (majorOf(spoken) !== majorOf(BINDINGS_CONTRACT))
    throw new BindingsError('contract_mismatch', `The bindings speak contract ${spoken}; this playground speaks ${BINDINGS_CONTRACT}.`)
  if (bindings.state === undefined)
    throw new BindingsError('state_missing', 'The bindings bring no `state`: make one with `createPlaygroundState` and pass it on.')
  return bindings.state
}
