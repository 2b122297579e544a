import { DiagLogLevel, TraceFlags, diag } from '@opentelemetry/api'
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'
import { OTLPTraceExporter as JsonTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { type Resource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, ConsoleSpanExporter, type ReadableSpan, type SpanExporter } from '@opentelemetry/sdk-trace'
import type { CaptureMode, TelemetrySettings } from '../config/telemetry-settings.ts'
import { type Metrics, NO_METRICS, createMetrics } from './metrics.ts'
import type { Tracing } from './request-trace.ts'
import { createSampler } from './sampler.ts'
import { createLimiter } from './span-limits.ts'

export interface Telemetry {
  readonly tracing: Tracing
  readonly metrics: Metrics
  readonly capture: CaptureMode
  readonly readsTraceparent: boolean
  /** *Errors*: rejects where the port is taken. */
  startMetricsListener(): Promise<void>
  /** Sends what is left. It never rejects: nobody is to lose an answer because a collector is away. */
  shutdown(): Promise<void>
}

const NAME = 'vitrine-completion'

const quiet = (): void => {}

function createExporter(kind: TelemetrySettings['exporter']): SpanExporter | null {
  if (kind === 'otlp-proto') return new ProtobufTraceExporter()
  if (kind === 'otlp-json') return new JsonTraceExporter()
  return kind === 'console' ? new ConsoleSpanExporter() : null
}

/** A share of the traffic is for figures; what failed is for looking at, so a share never leaves it out. */
const keepsFailures = ({ sampler }: TelemetrySettings): boolean => sampler.name.endsWith('traceidratio')

function asSampled(span: ReadableSpan): ReadableSpan {
  const context = { ...span.spanContext(), traceFlags: TraceFlags.SAMPLED }
  return { ...span, spanContext: () => context }
}

function createTracing(settings: TelemetrySettings, resource: Resource, batches: BatchSpanProcessor | null): Tracing {
  const limit = createLimiter(settings.limits)
  const record = (span: ReadableSpan): void => batches?.onEnd(limit === null ? span : limit(span))
  return {
    sampler: createSampler(settings.sampler),
    resource,
    scope: { name: NAME },
    record,
    recordFailed: batches !== null && keepsFailures(settings) ? (spans) => spans.forEach((span) => record(asSampled(span))) : null,
  }
}

/**
 * Spans are written down always, since the tree in every answer is made of them; the sampler decides only what is exported.
 *
 * *Source*: the exporters read endpoint, headers, timeout, compression and certificates from the environment themselves.
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function startTelemetry(settings: TelemetrySettings, metricsPort: number | null, warn: (message: string) => void): Telemetry {
  diag.setLogger(
    { error: (message) => warn(message), warn: (message) => warn(message), info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  )
  const resource = resourceFromAttributes({ 'service.name': settings.serviceName ?? NAME }).merge(
    detectResources({ detectors: [envDetector] }),
  )
  const exporter = createExporter(settings.exporter)
  const batches = exporter === null ? null : new BatchSpanProcessor({ exporter, ...settings.batch })
  const prometheus =
    metricsPort === null || settings.disabled
      ? null
      : new PrometheusExporter({ host: '127.0.0.1', port: metricsPort, preventServerStart: true, withoutScopeInfo: true })
  const meters = prometheus === null ? null : new MeterProvider({ resource, readers: [prometheus] })
  return {
    tracing: createTracing(settings, resource, batches),
    metrics: meters === null ? NO_METRICS : createMetrics(meters.getMeter(NAME)),
    capture: settings.disabled ? 'none' : settings.capture,
    readsTraceparent: settings.readsTraceparent,
    startMetricsListener: () => prometheus?.startServer() ?? Promise.resolve(),
    async shutdown() {
      await Promise.allSettled([batches?.shutdown(), meters?.shutdown()])
    },
  }
}
