import { type Environment, readText } from './setting.ts'

export type CaptureMode = 'none' | 'span' | 'event' | 'span-and-event'

/** What the OpenTelemetry specification puts into the environment. As it demands, a value that makes no sense counts as absent. */
export interface TelemetrySettings {
  readonly exporter: 'none' | 'otlp-proto' | 'otlp-json' | 'console'
  readonly sampler: { readonly name: string; readonly ratio: number }
  /** Whether a caller's `traceparent` is read. */
  readonly readsTraceparent: boolean
  readonly batch: {
    readonly maxQueueSize: number
    readonly maxExportBatchSize: number
    readonly scheduledDelayMillis: number
    readonly exportTimeoutMillis: number
  }
  readonly limits: {
    readonly attributeValueLengthLimit?: number
    readonly attributeCountLimit?: number
  }
  readonly capture: CaptureMode
  readonly serviceName: string | undefined
  readonly disabled: boolean
}

/** Spans: a burst of thousands of rows must fit while a collector is slow. The specification's default of 2,048 would drop some. */
const QUEUE_SPANS = 65_536

const CAPTURE: Readonly<Record<string, CaptureMode>> = {
  NO_CONTENT: 'none',
  FALSE: 'none',
  SPAN_ONLY: 'span',
  EVENT_ONLY: 'event',
  SPAN_AND_EVENT: 'span-and-event',
  TRUE: 'span-and-event',
}

const number = (env: Environment, name: string): number | undefined => {
  const text = readText(env, name)
  const value = Number(text)
  return text !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined
}

function readExporter(env: Environment): TelemetrySettings['exporter'] {
  const asked = readText(env, 'OTEL_TRACES_EXPORTER')?.trim()
  if (asked === 'none') return 'none'
  if (asked === 'console') return 'console'
  const endpoint = readText(env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? readText(env, 'OTEL_EXPORTER_OTLP_ENDPOINT')
  if (endpoint === undefined && asked !== 'otlp') return 'none'
  const protocol = readText(env, 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? readText(env, 'OTEL_EXPORTER_OTLP_PROTOCOL')
  return protocol === 'http/json' ? 'otlp-json' : 'otlp-proto'
}

/** Nothing is exported until an endpoint (or `OTEL_TRACES_EXPORTER=otlp`) is named: a first start without a collector stays quiet. */
export function readTelemetrySettings(env: Environment): TelemetrySettings {
  const disabled = readText(env, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true'
  const maxQueueSize = Math.max(1, number(env, 'OTEL_BSP_MAX_QUEUE_SIZE') ?? QUEUE_SPANS)
  const propagators = (readText(env, 'OTEL_PROPAGATORS') ?? 'tracecontext').split(',').map((name) => name.trim())
  const limits = {
    attributeValueLengthLimit: number(env, 'OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT') ?? number(env, 'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT'),
    attributeCountLimit: number(env, 'OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT') ?? number(env, 'OTEL_ATTRIBUTE_COUNT_LIMIT'),
  }
  return {
    exporter: disabled ? 'none' : readExporter(env),
    sampler: {
      name: readText(env, 'OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on',
      ratio: Math.min(1, number(env, 'OTEL_TRACES_SAMPLER_ARG') ?? 1),
    },
    readsTraceparent: propagators.includes('tracecontext'),
    batch: {
      maxQueueSize,
      maxExportBatchSize: Math.min(maxQueueSize, Math.max(1, number(env, 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE') ?? 512)),
      scheduledDelayMillis: number(env, 'OTEL_BSP_SCHEDULE_DELAY') ?? 5000,
      exportTimeoutMillis: number(env, 'OTEL_BSP_EXPORT_TIMEOUT') ?? 30_000,
    },
    limits: Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)),
    capture: CAPTURE[(readText(env, 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT') ?? '').toUpperCase()] ?? 'none',
    serviceName: readText(env, 'OTEL_SERVICE_NAME'),
    disabled,
  }
}
