import { AlwaysOffSampler, AlwaysOnSampler, ParentBasedSampler, type Sampler, TraceIdRatioBasedSampler } from '@opentelemetry/sdk-trace'

const PARENT_BASED = 'parentbased_'

function rootSampler(name: string, ratio: number): Sampler {
  if (name === 'always_off') return new AlwaysOffSampler()
  return name === 'traceidratio' ? new TraceIdRatioBasedSampler(ratio) : new AlwaysOnSampler()
}

/** What is exported, by the names of the specification; a name it does not have means its default. */
export function createSampler({ name, ratio }: { readonly name: string; readonly ratio: number }): Sampler {
  const known = /^(?:parentbased_)?(?:always_on|always_off|traceidratio)$/.test(name) ? name : 'parentbased_always_on'
  return known.startsWith(PARENT_BASED)
    ? new ParentBasedSampler({ root: rootSampler(known.slice(PARENT_BASED.length), ratio) })
    : rootSampler(known, ratio)
}
