import { type Message, type ModelSettings, type ToolCall, type ToolLoop, type ToolResult, USUAL_ROUNDS } from '@vitrine/contracts'
import type { Preparation } from '@vitrine/providers'
import type { TemplateCache } from '@vitrine/templating'
import { answerCalls } from './tool-results.ts'

/** A model that has to call a tool in every round would never come to an answer: once it has called one, the choice is its own. */
export function withFreeChoice(settings: ModelSettings): ModelSettings {
  const { toolChoice, ...others } = settings
  return toolChoice === undefined || toolChoice === 'none' ? settings : { ...others, toolChoice: 'auto' }
}

/** How a run goes on by itself after the model called tools. */
export interface LoopPlan {
  /** The most times that the model is asked. */
  readonly of: number
  /** Null where the calls are the caller's to answer. */
  readonly answer: (calls: readonly ToolCall[]) => readonly ToolResult[] | null
  readonly prepare: (messages: readonly Message[]) => Preparation
}

export const planLoop = (loop: ToolLoop, templates: TemplateCache, prepare: LoopPlan['prepare']): LoopPlan => ({
  of: loop.maxRounds ?? USUAL_ROUNDS,
  answer: (calls) => answerCalls(calls, loop, templates),
  prepare,
})
