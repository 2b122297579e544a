import type { ThinkingBlock } from '@vitrine/contracts'
import type { ReportBuilder } from '../../dialect/settings-report.ts'
import type { WireBlock } from '../wire.ts'

/** Thoughts as they were signed, byte for byte; those that nobody signed are left out, and that is told. */
export function toThinkingBlocks(thinking: readonly ThinkingBlock[], path: string, report: ReportBuilder): readonly WireBlock[] {
  return thinking.flatMap(({ text, signature, redacted }, position): readonly WireBlock[] => {
    if (signature !== undefined) return [{ type: 'thinking', thinking: text, signature }]
    if (redacted !== undefined) return [{ type: 'redacted_thinking', data: redacted }]
    report.drop(`${path}.thinking[${position}]`, 'thoughts without a signature cannot be sent back')
    return []
  })
}
