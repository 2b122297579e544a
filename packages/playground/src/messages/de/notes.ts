import type { German } from '../translation.ts'

export const notes: German<'notes'> = {
  question: 'Wie ist diese Antwort?',
  up: 'Gut',
  down: 'Schlecht',
  rateUp: 'Gute Antwort',
  rateDown: 'Schlechte Antwort',
  write: 'Notiz schreiben',
  rateAndWrite: 'Bewerten oder Notiz schreiben',
  field: 'Notiz zu dieser Antwort',
  hint: 'Was daran gut oder schlecht ist',
  stays: 'Sie bleibt bei dieser Antwort und geht mit den Ergebnissen hinaus. Ein neuer Lauf beginnt ohne Notiz.',
  others: 'Notizen zu anderen Antworten hier',
  runBefore: 'Der Lauf davor',
  earlierRun: 'Ein früherer Lauf',
  sameRun: 'Antwort {{number}} dieses Laufs',
  noText: 'Sie hatte keinen Text.',
}
