import type { German } from '../translation.ts'

export const extraJson: German<'extraJson'> = {
  title: 'Zusätzliches JSON',
  notSent: 'nicht gesendet',
  fields_one: '{{count}} Feld',
  fields_other: '{{count}} Felder',
  field: 'Zusätzliche Felder der Anfrage, als JSON',
  help: 'Ein Objekt, dessen Felder zuletzt in die Anfrage an den Anbieter eingefügt werden. Die Übertragung eines Laufs zeigt die ganze Anfrage mit ihnen.',
  noObject: 'Hier muss ein Objekt stehen: Felder zwischen { und }.',
  replaces: '„{{name}}“ steht schon in der Anfrage; gesendet wird, was hier steht.',
  refused: 'Abgelehnt: {{message}}',
  kept: 'Noch nicht verwendet: Der letzte Text ohne Fehler gilt weiter.',
}
