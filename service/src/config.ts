import { type ConfigReading, parseConfig } from './config/parse-config.ts'

/** The settings of this process. No other file reads the environment. */
export const loadConfig = (): ConfigReading => parseConfig(process.env)
