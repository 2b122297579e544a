import type { Arabic } from '../translation.ts'
import { counted } from './counted.ts'
import { DIFFERENCE } from './nouns.ts'

export const variants: Arabic<'variants'> = {
  menu: 'إجراءات البديل {{letter}}',
  duplicate: 'تكرار',
  moveBack: 'تقديم',
  moveOn: 'تأخير',
  makeFirst: 'جعله A الذي تُقارن به البدائل',
  remove: 'حذف البديل',
  removed: 'حُذف البديل {{letter}}.',
  ...counted('differs', DIFFERENCE, (noun) => `${noun} عن A`),
  differsFromA: 'ما يختلف عن A',
  sameAsA: 'كما في A',
  unset: 'غير معيّن',
  inA: 'A: {{value}}',
  inThis: '{{letter}}: {{value}}',
  takeFromA: 'أخذ الكل من A',
  takenFromA: 'ضُبط البديل {{letter}} مثل A.',
  messagesDiffer: 'تختلف الرسائل عن A.',
}
