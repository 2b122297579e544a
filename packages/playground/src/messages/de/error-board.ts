import type { German } from '../translation.ts'

export const errorBoard: German<'errorBoard'> = {
  open: 'Was fehlgeschlagen ist, und warum',
  times: '×{{n}}',
  moreWords_one: '{{count}} anderer Wortlaut',
  moreWords_other: '{{count}} andere Wortlaute',
  rerun_one: '{{count}} erneut ausführen',
  rerun_other: '{{count}} erneut ausführen',
  show: 'Anzeigen',
}
