import { describe, expect, it } from 'vitest'
import { amountsIn } from './amounts.ts'
import { emailsIn, phonesIn, urlsIn } from './contacts.ts'
import { datesIn, timesIn } from './dates.ts'
import { identifiersIn } from './identifiers.ts'
import { labelledValue } from './labelled.ts'
import { companiesIn, peopleIn, placesIn, streetsIn } from './names.ts'

const texts = (found: readonly { readonly text: string }[]): readonly string[] => found.map(({ text }) => text)

describe('contacts', () => {
  it('finds e-mail addresses, also with accents, and no halves of them', () => {
    expect(texts(emailsIn('a.b+c@ex-ample.co.uk, <jürgen@müller.de>. not@this, @nor that@'))).toEqual([
      'a.b+c@ex-ample.co.uk',
      'jürgen@müller.de',
    ])
  })

  it('finds addresses of the net without the sign that ends the sentence', () => {
    expect(texts(urlsIn('See https://a.example/x?y=1#z. Or (www.b.example/c), ftp not.'))).toEqual([
      'https://a.example/x?y=1#z',
      'www.b.example/c',
    ])
  })

  it('finds telephone numbers, but no dates and no codes', () => {
    expect(texts(phonesIn('Call +44 20 7946 0958 or (030) 123-4567; not 2026-05-01, 12.05.2026, A-20417 or 12'))).toEqual([
      '+44 20 7946 0958',
      '(030) 123-4567',
    ])
  })
})

describe('dates and times', () => {
  it.each([
    ['2026-05-01', '2026-05-01'],
    ['05/01/2026', '2026-05-01'],
    ['25/12/2026', '2026-12-25'],
    ['1.5.2026', '2026-05-01'],
    ['1st of May 2026', '2026-05-01'],
    ['May 1, 2026', '2026-05-01'],
    ['1. Mai 2026', '2026-05-01'],
    ['1 mai 2026', '2026-05-01'],
    ['1 de mayo de 2026', '2026-05-01'],
    ['2026年5月1日', '2026-05-01'],
    ['May 1', null],
    ['next Monday', null],
    ['30 February 2026', null],
  ])('reads %j as %j', (text, iso) => {
    const [date] = datesIn(`We meet on ${text}, at noon`)
    expect(date).toMatchObject({ text, iso })
  })

  it('takes no share and no version for a date', () => {
    expect(datesIn('5 out of 10, version 1.2.3, 3/4 done')).toEqual([])
  })

  it.each([
    ['7:30 pm', '19:30:00'],
    ['7 p.m.', '19:00:00'],
    ['12 am', '00:00:00'],
    ['23:59:58', '23:59:58'],
    ['09.15', '09:15:00'],
  ])('reads the time %j as %j', (text, iso) => {
    expect(timesIn(`at ${text} sharp`)).toMatchObject([{ text, iso }])
  })
})

describe('amountsIn', () => {
  it.each([
    ['$1,234.50', 1234.5, 'USD'],
    ['1.234,50 €', 1234.5, 'EUR'],
    ['£45', 45, 'GBP'],
    ['20 dollars', 20, 'USD'],
    ['CHF 12.90', 12.9, 'CHF'],
    ['-€3', -3, 'EUR'],
    ['500円', 500, 'JPY'],
  ])('reads %j', (text, value, currency) => {
    expect(amountsIn(`It costs ${text} in all`)).toMatchObject([{ text, value, currency }])
  })

  it('takes no bare number for money', () => {
    expect(amountsIn('3 mugs, 4 krakens and room 12')).toEqual([])
  })
})

describe('identifiersIn', () => {
  it('finds codes and the word that says what they are', () => {
    const text = 'Order A-20417, invoice no. INV-2026-17, ticket #881 and 99887766'
    expect(identifiersIn(text).map(({ text: code, keyword }) => [code, keyword])).toEqual([
      ['A-20417', 'order'],
      ['INV-2026-17', 'invoice'],
      ['881', 'ticket'],
      ['99887766', null],
    ])
  })

  it('takes no date, amount, telephone number, street or word for a code', () => {
    expect(texts(identifiersIn('On 2026-05-01 at 14 Quay St, +44 20 7946 0958, €1200, ASAP, it is 5 PM'))).toEqual([])
  })
})

describe('names', () => {
  it('finds people who present themselves, sign, are titled, or bear two names', () => {
    expect(texts(peopleIn('Hi, my name is Ada Lovelace. Dr. Jones and Grace Brewster Hopper came.\n\nKind regards,\nAlan'))).toEqual([
      'Ada Lovelace',
      'Alan',
      'Jones',
      'Grace Brewster Hopper',
    ])
    expect(texts(peopleIn('Ich heiße Jürgen von der Leyen'))).toEqual(['Jürgen von der Leyen'])
  })

  it('takes companies, streets, months and the start of a sentence for no people', () => {
    expect(peopleIn('Please call Acme Tools Ltd. Order Number seven. On Monday May came. 14 Quay Street is closed')).toEqual([])
  })

  it('finds companies, streets and places', () => {
    expect(texts(companiesIn('I work at Analytical Engines Ltd and she joined Acme'))).toEqual(['Analytical Engines Ltd', 'Acme'])
    expect(texts(streetsIn('Send it to 14 Quay St, or Hauptstraße 5a.'))).toEqual(['14 Quay St', 'Hauptstraße 5a'])
    expect(texts(placesIn('From Oslo to New York, then the Faroe Islands'))).toEqual(['New York'])
    expect(texts(placesIn('I flew from Oslo to Rio', 'from'))).toEqual(['Oslo'])
  })
})

describe('labelledValue', () => {
  it.each([
    ['Order date: 5 May\nName: Ada', 'order date', '5 May'],
    ['- **Name** = Ada', 'name', 'Ada'],
    ['{"city": "Oslo", "age": 3}', 'city', 'Oslo'],
    ['Name: Ada, Age: 3', 'name', 'Ada'],
    ['order_date: today', 'order date', 'today'],
    ['ORDER DATE - x', 'order date', null],
    ['no labels here', 'name', null],
    ['x: $& (a+b)', 'x', '$& (a+b)'],
    ['anything', '', null],
  ])('in %j, %j is %j', (text, words, value) => {
    expect(labelledValue(text, words)).toBe(value)
  })
})
