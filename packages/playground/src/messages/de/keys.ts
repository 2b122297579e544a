import type { German } from '../translation.ts'

export const keys: German<'keys'> = {
  casesShort: 'Fälle',
  closeShort: 'Schließen',
  stopShort: 'Anhalten',
  runShort: 'ausführen',
  editShort: 'Zelle bearbeiten',
  allShort: 'alle Tasten',
}
