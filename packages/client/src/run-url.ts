import type { RunMode } from '@vitrine/contracts'

export const runUrl = (
  prefix: string,
  mode: RunMode,
  projectId: string,
  action: 'test' | 'batch' | 'batch/stop' | 'preview' | 'raw' = 'test',
): string => `${prefix}/${mode}/${action}?project_id=${encodeURIComponent(projectId)}`
