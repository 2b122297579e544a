import type { German } from '../translation.ts'

export const repetitions: German<'repetitions'> = {
  answers: 'Antworten auf diesen Fall',
  previous: 'Vorherige Antwort',
  next: 'Nächste Antwort',
  place: '{{at}}/{{of}}',
  identical_one: '×{{count}} gleich',
  identical_other: '×{{count}} gleich',
  running_one: '{{count}} läuft noch',
  running_other: '{{count}} laufen noch',
  stable: '{{percent}} gleich',
  stableWhy: 'Der Anteil der Antworten, die sagen, was die meisten sagen.',
}
