import type { ModelSettings } from '@vitrine/contracts'
import { useStore } from 'jotai'
import { useText } from '../../messages/use-text.ts'
import { type Place, usePlayground } from '../../playground-context.ts'
import { useModel, useModels } from '../../queries/use-models.ts'
import type { OutputRef } from '../../state/output-ref.ts'
import type { DrawerTab } from '../../state/view-state.ts'
import { useToast } from '../../ui/toast.tsx'
import { useUndoToast } from '../frame/use-undo-toast.ts'
import { messageText } from '../../state/message-text.ts'
import type { Fix } from './failure.ts'

/** Everything that can be done about one output. */
export function useOutputActions(at: OutputRef) {
  const { rowId, variantId } = at
  const { bindings, state, run, stop, goTo } = usePlayground()
  const store = useStore()
  const say = useText('frame')
  const sayOutput = useText('output')
  const toast = useToast()
  const offerUndo = useUndoToast()
  const { data: known } = useModels()
  const { prompt, rows, execution, view } = state

  const draft = () => store.get(prompt.draftOf(variantId))
  const set = (llmConfig: ModelSettings) => prompt.variants.replace(variantId, { llmConfig }, 'settings')
  const rerun = () => run([at])
  /** The configuration shows the variant whose output this is. */
  const show = (place: Place) => {
    prompt.variants.activate(variantId)
    goTo(place)
  }
  const fill = () => {
    const column = store.get(rows.missingAtom(rowId, variantId))[0] ?? store.get(rows.columnsAtom)[0]?.id
    if (column !== undefined) goTo({ kind: 'cell', rowId, column })
  }
  const goToLongest = () => {
    const lengths = draft().messages.map((message) => messageText(message).length)
    show({ kind: 'message', index: Math.max(0, lengths.indexOf(Math.max(...lengths))) })
  }

  return {
    rerun,
    fill,
    runWithEmpty: () => void bindings.execute(rowId, { emptyMissing: true, variantId }),
    stop: () => stop(at),
    open: (tab: DrawerTab) => store.set(view.drawerAtom, { ...at, tab }),
    expect: () => {
      rows.editExpected(rowId, execution.cellOf(at).text)
      offerUndo(sayOutput('expectedSet'))
    },
    copy: () => {
      const { text, refusal, toolCalls } = execution.cellOf(at)
      const copied = text || refusal || (toolCalls.length > 0 ? JSON.stringify(toolCalls, null, 2) : '')
      navigator.clipboard.writeText(copied).then(
        () => toast.show(say('copied'), { name: 'copied' }),
        () => toast.show(say('copyFailed'), { name: 'copied' }),
      )
    },
    raiseTo: (maxTokens: number) => {
      const { maxCompletionTokens, ...rest } = draft().llmConfig
      set(maxCompletionTokens === undefined ? { ...rest, maxTokens } : { ...rest, maxCompletionTokens: maxTokens })
      rerun()
    },
    mend: (fix: Fix) => {
      switch (fix.kind) {
        case 'rerun':
          return rerun()
        case 'fill':
          return fill()
        case 'use-demo':
          set({ ...draft().llmConfig, model: known?.defaultModelId ?? 'demo/writer' })
          return rerun()
        case 'choose-model':
          return show({ kind: 'model' })
        case 'go-to-settings':
          return show({ kind: 'settings' })
        case 'go-to-longest':
          return goToLongest()
        case 'go-to-message':
          return show({ kind: 'message', index: fix.index })
        default:
          return fix satisfies never
      }
    },
  }
}
export type OutputActions = ReturnType<typeof useOutputActions>

/** Twice the limit that cut an answer off, as far as the model goes; null where nothing is set or nothing is left to raise. */
export function useRaisedLimit(model: string, limit: number | null): number | null {
  const most = useModel(model)?.maxOutputTokens ?? null
  if (limit === null) return null
  const raised = Math.min(limit * 2, most ?? limit * 2)
  return raised > limit ? raised : null
}
