import { PROVIDER_DEFINITIONS } from '@vitrine/providers'
import { describe, expect, it } from 'vitest'
import { type Config, parseConfig } from './parse-config.ts'
import type { Environment } from './setting.ts'

const SECRET = 'a-secret-of-more-than-thirty-two-bytes'
function configOf(env: Environment): Config {
  const reading = parseConfig(env)
  if (!reading.ok) throw new Error(reading.problem)
  return reading.config
}
const problemOf = (env: Environment): string => {
  const reading = parseConfig(env)
  return reading.ok ? 'no problem' : reading.problem
}

describe('parseConfig', () => {
  it('needs nothing in development', () => {
    const config = configOf({})
    expect(config).toMatchObject({
      mode: 'development',
      listen: { host: '127.0.0.1', port: 8000, metricsPort: null },
      auth: { signing: { kind: 'development-secret' }, issuer: 'vitrine', audience: 'vitrine', apiKeysFile: null },
      maxBodyBytes: 4_194_304,
      deadlineMs: 120_000,
      concurrency: 64,
      pricesFile: null,
      logLevel: 'warn',
      corsOrigins: [],
      frameAncestors: [],
      startedByNpm: false,
    })
    expect(config.providers).toMatchObject({ access: new Map(), transport: 'undici' })
    expect(config.responses).toEqual({
      disabled: false,
      enabled: new Set(),
      toolLimits: { toolsMaxCount: 16, toolsMaxJsonKB: 32, softThreshold: 0.8 },
      reasoningInText: { isShown: false, allowedModels: [] },
    })
  })

  it('reads every setting', () => {
    const config = configOf({
      HOST: '0.0.0.0',
      PORT: '0',
      VITRINE_MODE: 'production',
      VITRINE_AUTH_SECRET: SECRET,
      VITRINE_AUTH_ISSUER: 'https://id.example',
      VITRINE_AUTH_AUDIENCE: 'runs',
      VITRINE_API_KEYS_FILE: '/etc/keys.json',
      VITRINE_TRANSPORT: 'openai',
      VITRINE_CORS_ORIGINS: 'https://a.example, https://b.example:8443',
      VITRINE_FRAME_ANCESTORS: 'https://host.example',
      VITRINE_MAX_BODY_MB: '0.5',
      VITRINE_DEADLINE_MS: '5000',
      VITRINE_CONCURRENCY: '8',
      VITRINE_METRICS_PORT: '9464',
      VITRINE_LOG_LEVEL: 'debug',
      VITRINE_RESPONSES_PROVIDERS: 'litellm, openai',
      VITRINE_REASONING_IN_TEXT: 'o3',
      VITRINE_TOOLS_MAX_COUNT: '4',
      VITRINE_TOOLS_MAX_KB: '0.5',
      VITRINE_PRICES_FILE: '/etc/prices.json',
      OPENAI_API_KEY: ' sk-one ',
      OPENAI_BASE_URL: 'http://127.0.0.1:9999/v1/',
      LITELLM_BASE_URL: 'http://10.0.0.1:4000',
      npm_lifecycle_event: 'start',
    })
    expect(config).toMatchObject({
      mode: 'production',
      listen: { host: '0.0.0.0', port: 0, metricsPort: 9464 },
      auth: { issuer: 'https://id.example', audience: 'runs', apiKeysFile: '/etc/keys.json' },
      corsOrigins: ['https://a.example', 'https://b.example:8443'],
      frameAncestors: ['https://host.example'],
      maxBodyBytes: 524_288,
      deadlineMs: 5000,
      concurrency: 8,
      pricesFile: '/etc/prices.json',
      logLevel: 'debug',
      startedByNpm: true,
    })
    expect(config.providers.transport).toBe('openai')
    expect(config.responses).toMatchObject({
      enabled: new Set(['litellm', 'openai']),
      toolLimits: { toolsMaxCount: 4, toolsMaxJsonKB: 0.5 },
      reasoningInText: { isShown: true, allowedModels: ['o3'] },
    })
    expect(config.providers.access).toEqual(
      new Map([
        ['openai', { baseUrl: 'http://127.0.0.1:9999/v1', apiKey: 'sk-one' }],
        ['litellm', { baseUrl: 'http://10.0.0.1:4000/v1', apiKey: null }],
      ]),
    )
  })

  it.each(PROVIDER_DEFINITIONS.filter(({ id, keyOptional }) => id !== 'demo' && !keyOptional).map(({ id }) => id))(
    'sets up %s by its key, at its own address or another one',
    (id) => {
      const own = PROVIDER_DEFINITIONS.find((definition) => definition.id === id)?.defaultBaseUrl
      const name = id.toUpperCase()
      const access = (env: Environment) => configOf(env).providers.access
      expect(access({ [`${name}_API_KEY`]: 'sk-one' })).toEqual(new Map([[id, { baseUrl: own, apiKey: 'sk-one' }]]))
      expect(access({ [`${name}_API_KEY`]: 'sk-one', [`${name}_BASE_URL`]: 'http://10.0.0.1:9/v1' })).toEqual(
        new Map([[id, { baseUrl: 'http://10.0.0.1:9/v1', apiKey: 'sk-one' }]]),
      )
      expect(access({ [`${name}_BASE_URL`]: 'http://10.0.0.1:9/v1' }).size).toBe(0)
      expect(problemOf({ [`${name}_API_KEY`]: 'two words' })).toContain(`${name}_API_KEY`)
    },
  )

  it('takes a key of Google under both of its names, its own first', () => {
    const keyOf = (env: Environment) => configOf(env).providers.access.get('google')?.apiKey
    expect(keyOf({ GEMINI_API_KEY: 'gm' })).toBe('gm')
    expect(keyOf({ GEMINI_API_KEY: 'gm', GOOGLE_API_KEY: 'go' })).toBe('go')
    expect(problemOf({ GEMINI_API_KEY: 'g m', GOOGLE_API_KEY: 'go' })).toContain('GEMINI_API_KEY')
  })

  it('knows where local servers listen, in development only and never where it listens itself', () => {
    const loopback = (env: Environment) => configOf(env).providers.loopback
    expect([...loopback({}).keys()]).toEqual(['ollama', 'lmstudio', 'llamacpp'])
    expect(loopback({ PORT: '9000' }).get('vllm')).toEqual({ baseUrl: 'http://127.0.0.1:8000/v1', apiKey: null })
    expect(loopback({ VITRINE_MODE: 'production', VITRINE_AUTH_SECRET: SECRET, PORT: '9000' }).size).toBe(0)
    const { access, loopback: left } = configOf({ OLLAMA_BASE_URL: 'http://gpu.lan:11434' }).providers
    expect(access.get('ollama')).toEqual({ baseUrl: 'http://gpu.lan:11434/v1', apiKey: null })
    expect(left.has('ollama')).toBe(false)
  })

  it.each([
    ['true', true],
    ['TRUE', false],
    ['1', false],
    [' true', false],
    ['', false],
  ])('switches the Responses API off by %j: %s', (value, disabled) => {
    expect(configOf({ OPENAI_RESPONSES_DISABLE: value }).responses.disabled).toBe(disabled)
  })

  it('counts empty values as absent', () => {
    expect(configOf({ PORT: '', VITRINE_AUTH_SECRET: '', OPENAI_API_KEY: '' }).providers.access.size).toBe(0)
  })

  it.each([
    [{ VITRINE_COLOUR: 'red' }, /VITRINE_COLOUR.*no such setting/],
    [{ vitrine_mode: 'production' }, /vitrine_mode/],
    [{ PORT: '80x' }, /PORT.*"80x".*0 to 65535/],
    [{ PORT: '70000' }, /PORT/],
    [{ VITRINE_MODE: 'prod' }, /VITRINE_MODE.*development or production/],
    [{ HOST: '0.0.0.0' }, /HOST.*loopback/],
    [{ HOST: 'example.com' }, /HOST/],
    [{ VITRINE_MODE: 'production' }, /VITRINE_AUTH_SECRET.*VITRINE_AUTH_JWKS_URL/],
    [{ VITRINE_AUTH_SECRET: 'short' }, /VITRINE_AUTH_SECRET has 5 bytes/],
    [{ VITRINE_AUTH_SECRET: SECRET, VITRINE_AUTH_JWKS_URL: 'https://id.example/keys' }, /both set/],
    [{ VITRINE_AUTH_JWKS_URL: 'ftp://id.example' }, /VITRINE_AUTH_JWKS_URL/],
    [{ VITRINE_TRANSPORT: 'fetch' }, /VITRINE_TRANSPORT.*undici or openai/],
    [{ VITRINE_CORS_ORIGINS: '*' }, /VITRINE_CORS_ORIGINS.*"\*"/],
    [{ VITRINE_CORS_ORIGINS: 'https://a.example/path' }, /VITRINE_CORS_ORIGINS/],
    [{ VITRINE_FRAME_ANCESTORS: "'self'; script-src *" }, /VITRINE_FRAME_ANCESTORS/],
    [{ VITRINE_MAX_BODY_MB: '0' }, /VITRINE_MAX_BODY_MB/],
    [{ VITRINE_DEADLINE_MS: '-1' }, /VITRINE_DEADLINE_MS/],
    [{ VITRINE_CONCURRENCY: 'many' }, /VITRINE_CONCURRENCY/],
    [{ VITRINE_METRICS_PORT: '0' }, /VITRINE_METRICS_PORT/],
    [{ VITRINE_RESPONSES_PROVIDERS: 'litellm,anthropic' }, /VITRINE_RESPONSES_PROVIDERS.*"anthropic".*openai/],
    [{ VITRINE_TOOLS_MAX_COUNT: '0' }, /VITRINE_TOOLS_MAX_COUNT/],
    [{ VITRINE_TOOLS_MAX_KB: 'much' }, /VITRINE_TOOLS_MAX_KB/],
    [{ VITRINE_LOG_LEVEL: 'loud' }, /VITRINE_LOG_LEVEL.*debug or info or warn/],
    [{ OPENAI_API_KEY: 'sk one' }, /OPENAI_API_KEY/],
    [{ OPENAI_BASE_URL: 'http://user:pass@host/v1' }, /OPENAI_BASE_URL/],
  ])('refuses %o in one line', (env, expected) => {
    const problem = problemOf(env)
    expect(problem).toMatch(expected)
    expect(problem).not.toContain('\n')
  })

  it('never repeats a secret in a problem', () => {
    for (const env of [{ VITRINE_AUTH_SECRET: 'hush' }, { OPENAI_API_KEY: 'hush hush' }, { OPENAI_BASE_URL: 'http://u:hush@h' }]) {
      expect(problemOf(env)).not.toContain('hush')
    }
  })

  it.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1'])('lets the development mode listen on %s', (host) => {
    expect(configOf({ HOST: host }).listen.host).toBe(host)
  })
})

describe('telemetry settings', () => {
  it('export nothing until an endpoint is named', () => {
    expect(configOf({}).telemetry).toMatchObject({ exporter: 'none', capture: 'none', readsTraceparent: true, disabled: false })
  })

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, 'otlp-proto'],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c:4318/v1/traces' }, 'otlp-proto'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }, 'otlp-json'],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, 'otlp-proto'],
    [{ OTEL_TRACES_EXPORTER: 'console' }, 'console'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_TRACES_EXPORTER: 'none' }, 'none'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_SDK_DISABLED: 'true' }, 'none'],
  ])('choose the exporter for %o', (env, exporter) => {
    expect(configOf(env).telemetry.exporter).toBe(exporter)
  })

  it.each([
    ['NO_CONTENT', 'none'],
    ['false', 'none'],
    ['SPAN_ONLY', 'span'],
    ['EVENT_ONLY', 'event'],
    ['SPAN_AND_EVENT', 'span-and-event'],
    ['true', 'span-and-event'],
    ['nonsense', 'none'],
  ])('capture content for %s as %s', (value, capture) => {
    expect(configOf({ OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: value }).telemetry.capture).toBe(capture)
  })

  it('take sampler, batch sizes and limits, and ignore what makes no sense', () => {
    const { telemetry } = configOf({
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0.25',
      OTEL_BSP_MAX_QUEUE_SIZE: '100',
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '1000',
      OTEL_BSP_SCHEDULE_DELAY: 'soon',
      OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '64',
      OTEL_PROPAGATORS: 'none',
      OTEL_SERVICE_NAME: 'mine',
    })
    expect(telemetry).toMatchObject({
      sampler: { name: 'traceidratio', ratio: 0.25 },
      batch: { maxQueueSize: 100, maxExportBatchSize: 100, scheduledDelayMillis: 5000 },
      limits: { attributeCountLimit: 64 },
      readsTraceparent: false,
      serviceName: 'mine',
    })
  })
})
