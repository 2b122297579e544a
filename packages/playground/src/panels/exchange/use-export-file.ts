import { useQuery } from '@tanstack/react-query'
import type { ExportFile } from '../../exchange/export/export-file.ts'
import { type ExportId, exportAs } from '../../exchange/export/registry.ts'
import { useTexts } from '../../messages/use-texts.ts'
import { usePlayground } from '../../playground-context.ts'
import { exportSourceOf } from './export-source-of.ts'

/** The file that would be saved now, made anew whenever the dialog opens or the choice changes. */
export function useExportFile(id: ExportId, chosen: ReadonlySet<string> | null, opening: number) {
  const { state } = usePlayground()
  const texts = useTexts()
  return useQuery<ExportFile>({
    queryKey: ['export', id, chosen === null ? null : [...chosen], opening],
    gcTime: 0,
    retry: false,
    queryFn: () => exportAs(id, exportSourceOf(state, chosen), texts),
  })
}
