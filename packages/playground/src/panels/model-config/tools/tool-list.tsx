import type { Tool } from '@vitrine/contracts'
import { useText } from '../../../messages/use-text.ts'
import { useUndoToast } from '../../frame/use-undo-toast.ts'
import { useSettings } from '../use-settings.ts'
import { duplicateTool, mockOf, moveTool, removeTool, toolsOf } from './edited-tools.ts'
import { FunctionForm } from './function-form.tsx'
import { isFunctionTool } from './function-tool.ts'
import { isUnused } from './is-unused.ts'
import { RawForm } from './raw-form.tsx'
import { ToolEntry } from './tool-entry.tsx'
import { toolFaults } from './tool-faults.ts'
import css from './tools.module.css'
import { useUnsaved } from './use-unsaved.ts'

export interface ToolListProps {
  readonly openAt: number | null
  readonly onOpen: (at: number | null) => void
}

/** The tools in the order in which they are sent. */
export function ToolList({ openAt, onOpen }: ToolListProps) {
  const say = useText('tools')
  const { settings, change } = useSettings()
  const offerUndo = useUndoToast()
  const unsaved = useUnsaved()
  const tools = toolsOf(settings)
  const mocked = (tool: Tool) => (isFunctionTool(tool) ? mockOf(settings, tool.function.name) : null)
  const move = (at: number, by: 1 | -1) => {
    if (tools[at + by] === undefined) return
    change(moveTool(settings, at, at + by))
    if (openAt === at) onOpen(at + by)
    else if (openAt === at + by) onOpen(at)
  }
  return (
    <ul className={css.list} aria-label={say('tools')}>
      {/* A tool has no identity but its place: its name is being typed. */}
      {Array.from(tools.entries(), ([at, tool]) => (
        <ToolEntry
          key={`tool ${at}`}
          tool={tool}
          isWrong={toolFaults(tools, at).length > 0 || isUnused(tool, mocked(tool), unsaved)}
          isMocked={mocked(tool) !== null}
          isFirst={at === 0}
          isLast={at === tools.length - 1}
          isOpen={at === openAt}
          onToggle={() => onOpen(at === openAt ? null : at)}
          onMove={(by) => move(at, by)}
          onDuplicate={() => {
            change(duplicateTool(settings, at))
            onOpen(at + 1)
          }}
          onRemove={() => {
            change(removeTool(settings, at))
            onOpen(null)
            offerUndo(say('deleted'))
          }}
        >
          {isFunctionTool(tool) ? <FunctionForm tool={tool} at={at} /> : <RawForm tool={tool} at={at} />}
        </ToolEntry>
      ))}
    </ul>
  )
}
