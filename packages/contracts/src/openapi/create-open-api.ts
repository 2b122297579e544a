import type { AvailableModel } from '../kernel/model.ts'
import type { RunMode } from '../run-request.ts'
import { toWire } from '../wire-naming.ts'
import { componentSchemas, referredFrom } from './component-schemas.ts'
import type { JsonObject, OpenApiDocument } from './open-api-document.ts'
import { paths } from './paths.ts'

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema of the settings, with the models to choose from beside the field that names one. Any other name is accepted too. */
function withModels(
  schemas: Readonly<Record<string, JsonObject>>,
  models: readonly AvailableModel[],
): Readonly<Record<string, JsonObject>> {
  const config = schemas['LlmConfig']
  if (config === undefined || !isObject(config['properties']) || !isObject(config['properties']['model'])) {
    throw new Error('the document has no field for the model')
  }
  const { properties } = config
  const model = { ...config['properties']['model'], examples: models.map(({ id }) => id), 'x-models': toWire(models) }
  return { ...schemas, LlmConfig: { ...config, properties: { ...properties, model } } }
}

/**
 * Writes the OpenAPI 3.1 document of one mode from the schemas that the service validates by, so that it cannot say anything else.
 *
 * *Shape*: component names are the schemas' ids. `models` become `x-models` (ids, prices, limits, capabilities, accepted parameters)
 * and `examples` of `llm_config.model` inside the `ag_config` schema. `maxBodyBytes`, the most that a single run may send, becomes
 * `x-vitrine-limits.max_body_bytes` of the operation that runs a prompt. Object schemas carry no defaults, which clients would send back.
 */
export function createOpenApi({
  mode,
  models = [],
  origin = '/',
  maxBodyBytes,
}: {
  readonly mode: RunMode
  readonly models?: readonly AvailableModel[]
  readonly origin?: string
  readonly maxBodyBytes?: number
}): OpenApiDocument {
  const described = paths(mode, maxBodyBytes)
  return {
    openapi: '3.1.1',
    info: {
      title: `Vitrine ${mode} service`,
      version: '3.0',
      description:
        'Runs prompts against language models. It keeps nothing between requests, but for a while the results of runs that have an idempotency key.',
    },
    servers: [{ url: origin }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths: described,
    components: {
      schemas: referredFrom(described, withModels(componentSchemas(), models)),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'The word ApiKey, a space, and the key.' },
      },
    },
  }
}
