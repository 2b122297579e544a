import { isMainThread } from 'node:worker_threads'
import { loadConfig } from './config.ts'
import { type Telemetry, startTelemetry } from './telemetry/start-telemetry.ts'

const reading = loadConfig()

const warn = (message: string): void => void process.stderr.write(`${JSON.stringify({ level: 'warn', component: 'telemetry', message })}\n`)

/**
 * Tracing and metrics of this process. The file is loaded by `--import`, before anything that could be traced; worker threads inherit
 * that flag and start nothing. Null too where the settings cannot be used: the main file says why and ends.
 */
export const telemetry: Telemetry | null =
  isMainThread && reading.ok ? startTelemetry(reading.config.telemetry, reading.config.listen.metricsPort, warn) : null
