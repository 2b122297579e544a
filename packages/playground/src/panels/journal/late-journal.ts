import { lateModule } from '../../ui/late-module.ts'

/** What the browser keeps, and the warning before leaving: fetched when the page has nothing better to do. */
export const lateJournal = lateModule(() => import('./journal-host.tsx'))
