import type { German } from '../translation.ts'

export const goingOn: German<'goingOn'> = {
  retryNow: 'Jetzt erneut versuchen',
  goOn: 'Fortsetzen',
  goOnWhy: 'Sendet das Gespräch mit dem, was schon da ist, und fügt an, was kommt.',
  continued: 'Fortgesetzt',
  continuedWhy: 'Diese Antwort wurde angehalten oder abgeschnitten und von dort an fortgesetzt.',
  unknownCost:
    'Was der Teil davor gekostet hat, hat niemand gemeldet, also ist das Ganze nicht bekannt. Der letzte Teil kostete {{amount}}.',
  summedCost: 'Die Teile dieser fortgesetzten Antwort sind zusammengezählt. Der letzte Teil kostete {{amount}}.',
}
