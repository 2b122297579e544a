import { isReasoningModel } from './is-reasoning-model.ts'

/** Makers whose models are asked by one client, which sets a temperature of 0 and a limit of 1,024 tokens where nobody says otherwise. */
const MAKERS = /^(openai|openrouter|groq|deepseek|xai):/

export const hasDefaults = (id: string): boolean => MAKERS.test(id)

/** Whether a model is sent them: those that reason are not. */
export const sendsDefaults = (id: string): boolean => hasDefaults(id) && !isReasoningModel(id)
