import type { ModelApi } from '@vitrine/contracts'
import fc from 'fast-check'
import { HARD_TEXTS } from './request-cases.data.ts'

const text = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  fc.string({
    unit: fc.constantFrom('\\', '"', "'", '`', '$', '{', '}', '\n', '\r', '\0', '%', '\u2028', '\uD800', '\uDC00', 'u0041', '#', '!'),
    maxLength: 8,
  }),
  fc.constantFrom(...HARD_TEXTS.slice(0, 17)),
)
/** Values that nest as schemas and tools do. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'class', 'items', '$ref')), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value

/** A field of every API that takes any value, under a name that its client does not know. */
const extra = fc.dictionary(
  fc.string({ unit: fc.constantFrom('a', 'z', '_', '-', '"', '$', 'é'), minLength: 1, maxLength: 6 }).map((name) => `x_${name}`),
  value,
  { maxKeys: 3, noNullPrototype: true },
)

const REQUIRED: Readonly<Record<ModelApi, (texts: readonly string[]) => object>> = {
  chat: (texts) => ({ model: 'fake-model', messages: texts.map((content) => ({ role: 'user', content })) }),
  responses: (texts) => ({ model: 'fake-model', input: texts.map((content) => ({ role: 'user', content })) }),
  messages: (texts) => ({ model: 'fake-model', max_tokens: 50, messages: texts.map((content) => ({ role: 'user', content })) }),
}

/** Bodies of an API, the same ones in every run. */
export const generatedBodies = (api: ModelApi, count: number): readonly string[] =>
  fc.sample(
    fc
      .tuple(fc.array(text, { minLength: 1, maxLength: 4 }), extra)
      .map(([texts, fields]) => JSON.stringify({ ...REQUIRED[api](texts), ...fields })),
    { numRuns: count, seed: 20_261_121 },
  )

/** Arguments, and a body with places for them in texts and in names. */
export const generatedFunctions = (
  api: ModelApi,
  count: number,
): readonly {
  readonly body: string
  readonly parameters: readonly { readonly name: string; readonly marker: string; readonly value: string }[]
}[] => {
  const name = fc.oneof(
    fc.constantFrom('text', 'user.name', 'class', 'PATH', 'client', 'größe', '日本', 'a-b', 'a_b', '1st', 'json', 'response', 'LC_ALL'),
    fc.string({ maxLength: 5 }),
  )
  // A shell cannot be given these two as arguments; that is noted, and shown in a test of its own.
  const argument = text.map((given) => given.replaceAll('\0', '').toWellFormed())
  const named = fc
    .uniqueArray(name, { minLength: 1, maxLength: 4 })
    .chain((names) => fc.tuple(...names.map((one) => fc.record({ name: fc.constant(one), value: argument }))))
  return fc.sample(
    fc.tuple(named, fc.array(text, { minLength: 2, maxLength: 4 })).map(([given, texts]) => {
      const parameters = given.map((one, at) => ({ ...one, marker: `slot${at}x` }))
      const contents = [
        ...parameters.map(({ marker }) => marker),
        ...texts.map((around) => parameters.map(({ marker }) => around + marker).join(around) + around),
      ]
      return {
        body: JSON.stringify({ ...REQUIRED[api](contents), metadata: { [`name ${parameters[0]?.marker}`]: parameters[0]?.marker } }),
        parameters,
      }
    }),
    { numRuns: count, seed: 20_261_121 },
  )
}
