import type { German } from '../translation.ts'

export const variants: German<'variants'> = {
  menu: 'Aktionen für Variante {{letter}}',
  duplicate: 'Duplizieren',
  moveBack: 'Nach vorn',
  moveOn: 'Nach hinten',
  makeFirst: 'Zu A machen, mit dem die anderen verglichen werden',
  remove: 'Variante löschen',
  removed: 'Variante {{letter}} ist gelöscht.',
  differs_one: '{{count}} weicht von A ab',
  differs_other: '{{count}} weichen von A ab',
  differsFromA: 'Was von A abweicht',
  sameAsA: 'Wie in A',
  unset: 'nicht gesetzt',
  inA: 'A: {{value}}',
  inThis: '{{letter}}: {{value}}',
  takeFromA: 'Alles von A übernehmen',
  takenFromA: 'Variante {{letter}} ist eingestellt wie A.',
  messagesDiffer: 'Die Nachrichten weichen von A ab.',
}
