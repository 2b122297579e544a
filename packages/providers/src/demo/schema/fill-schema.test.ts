import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonSchema } from '../chat-request.ts'
import { isRecord } from '../json-value.ts'
import { fillFromTask } from '../skills/answer-json.ts'
import { readTask } from '../task/read-task.ts'

const fill = (schema: JsonSchema, user: string, system = ''): unknown =>
  fillFromTask(
    schema,
    readTask(
      [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      null,
    ),
  ).value

const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const one = (name: string, schema: JsonSchema, text: string, system = ''): unknown => {
  const value = fill(object({ [name]: schema }), text, system)
  return isRecord(value) ? value[name] : undefined
}

const SHOP =
  'You sort support mail for a kitchenware shop. Pick the intent by these rules:\n- refund: the customer wants money back, or something arrived broken\n' +
  '- delivery: the customer asks where a parcel is\n- change: the customer wants to change an order or an address\n' +
  '- question: the customer asks about products, prices or shipping\n- other: anything else, such as thanks\n' +
  'Set urgency from 1 (can wait) to 3 (today). Copy the order number if there is one.'
const TICKET = object({
  intent: { type: 'string', enum: ['refund', 'delivery', 'change', 'question', 'other'] },
  urgency: { type: 'integer', minimum: 1, maximum: 3 },
  order_number: { type: ['string', 'null'] },
  summary: { type: 'string' },
})

describe('sorting support mail by stated rules', () => {
  it.each([
    ['The kettle arrived with a crack in the lid. I would like my money back. Order A-20417.', 'refund', 2, 'A-20417'],
    ['Where is my parcel? It should have come on Monday. Order A-20433.', 'delivery', 2, 'A-20433'],
    ['Please change the delivery address to 14 Quay St, order A-20440 ships today!', 'change', 3, 'A-20440'],
    ['Do you ship to the Faroe Islands, and what does it cost?', 'question', 1, null],
    ['Charged twice for one order, A-20458. Refund the duplicate today.', 'refund', 3, 'A-20458'],
    ['Can I swap the blue mug for the green one?', 'change', 1, null],
    ['It says delivered, but nothing came. A-20466', 'delivery', 2, 'A-20466'],
    ['All good now, thanks!', 'other', 1, null],
    ['My mug came in pieces, what now?', 'refund', 2, null],
    ["I still haven't received the pan I ordered two weeks ago.", 'delivery', 2, null],
    ['Is the cast iron pan dishwasher safe?', 'question', 1, null],
    ['How much is the copper pan?', 'question', 1, null],
    ['Could you send it to my office instead?', 'change', 1, null],
    ['Thank you so much for the quick delivery!', 'other', 1, null],
    ["I'd like to return the pan, it does not fit my stove. Order B-7781, no hurry.", 'refund', 1, 'B-7781'],
    ['My package is lost, tracking says nothing since Friday', 'delivery', 2, null],
    ['One of the glasses was smashed when I opened the box', 'refund', 2, null],
    ['Please cancel my order A-20470 immediately.', 'change', 3, 'A-20470'],
    ['When will my order arrive?', 'delivery', 2, null],
    ['Happy holidays to the whole team', 'other', 1, null],
  ])('%j is %s, urgency %i', (ticket, intent, urgency, number) => {
    const filled = fill(TICKET, `Ticket: ${ticket}`, SHOP)
    expect(filled).toMatchObject({ intent, urgency, order_number: number })
    expect(ticket).toContain(isRecord(filled) ? filled['summary'] : 'no record')
  })
})

describe('a summary of a form', () => {
  it('begins with what was said, not with the name of its line', () => {
    const said = 'Ticket: The kettle arrived with a cracked lid. I want my money back.\nCustomer: Maren Holt'
    expect(fill(TICKET, said, SHOP)).toMatchObject({ summary: 'The kettle arrived with a cracked lid.' })
  })
})

describe('single properties', () => {
  it.each<[string, JsonSchema, string, unknown]>([
    ['email', { type: 'string' }, 'Write to ada@example.org', 'ada@example.org'],
    ['to', { type: 'string', description: "the recipient's e-mail address" }, 'Mail bob@x.io', 'bob@x.io'],
    ['contactPhone', { type: 'string' }, 'Call +44 20 7946 0958', '+44 20 7946 0958'],
    ['due_date', { type: 'string', format: 'date' }, 'Pay by 5 May 2026', '2026-05-05'],
    ['starts_at', { type: 'string', format: 'date-time' }, 'On 5 May 2026 at 7:30 pm', '2026-05-05T19:30:00Z'],
    ['date', { type: 'string' }, 'See you next Monday', 'next Monday'],
    ['total', { type: 'number' }, 'Tax $2.00, total $12.50', 12.5],
    ['price', { type: 'string' }, 'It costs €12,50', '€12,50'],
    ['currency', { type: 'string' }, 'It costs €12,50', 'EUR'],
    ['age', { type: 'integer' }, 'Bob is 42 years old and has 3 cats', 42],
    ['cats', { type: 'integer' }, 'Bob is 42 years old and has three cats', 3],
    ['guests', { type: 'integer' }, 'A table for 4 people at 19:30', 4],
    ['year', { type: 'integer' }, 'Built in 1889 in Paris', 1889],
    ['first_name', { type: 'string' }, 'My name is Ada Lovelace', 'Ada'],
    ['last_name', { type: 'string' }, 'My name is Ada Lovelace', 'Lovelace'],
    ['city', { type: 'string' }, 'What is the weather in New York?', 'New York'],
    ['origin', { type: 'string' }, 'A flight from Oslo to Rome', 'Oslo'],
    ['destination', { type: 'string' }, 'A flight from Oslo to Rome', 'Rome'],
    ['company', { type: 'string' }, 'I work at Analytical Engines Ltd', 'Analytical Engines Ltd'],
    ['language', { type: 'string' }, 'Der Kessel ist kaputt und ich bin nicht froh', 'German'],
    ['language_code', { type: 'string' }, 'Der Kessel ist kaputt und ich bin nicht froh', 'de'],
    ['sentiment', { type: 'string' }, 'I love it', 'positive'],
    ['sentiment', { enum: ['positive', 'negative', 'neutral'] }, 'It is terrible', 'negative'],
    ['priority', { enum: ['low', 'medium', 'high'] }, 'This is urgent!', 'high'],
    ['priority', { enum: ['high', 'medium', 'low'] }, 'No hurry at all', 'low'],
    ['is_urgent', { type: 'boolean' }, 'I need it today', true],
    ['is_broken', { type: 'boolean' }, 'The lid is cracked', true],
    ['is_broken', { type: 'boolean' }, 'It is not broken', false],
    ['has_question', { type: 'boolean' }, 'Where is it?', true],
    ['emails', { type: 'array', items: { type: 'string' } }, 'a@b.co and c@d.org', ['a@b.co', 'c@d.org']],
    ['numbers', { type: 'array', items: { type: 'integer' } }, 'One is 3, another 5', [3, 5]],
    ['tags', { type: 'array', items: { type: 'string' }, maxItems: 1 }, 'kettle kettle mug', ['kettle']],
    ['topics', { type: 'array', items: { enum: ['sports', 'weather', 'food'] } }, 'Rain stopped the football match', ['sports', 'weather']],
    ['word_count', { type: 'integer' }, 'one two three', 3],
    ['rating', { type: 'integer', minimum: 1, maximum: 5 }, 'It is excellent, I love it', 5],
    ['kind', { const: 'mail' }, 'x', 'mail'],
    ['level', { enum: [1, 2, 3] }, 'Set it to 2 please', 2],
    ['color', { type: 'string' }, 'The blue mug', 'blue'],
    ['Order Date', { type: 'string' }, 'Order date: 5 May\nother: x', '5 May'],
    ['expression', { type: 'string' }, 'What is 2 + 3*4 in all?', '2 + 3*4'],
  ])('%s %j of %j is %j', (name, schema, text, value) => {
    expect(one(name, schema, text)).toEqual(value)
  })

  it('takes a code for the kind that the text calls it', () => {
    const text = 'Invoice INV-1, order A-2222'
    expect(one('order_number', { type: 'string' }, text)).toBe('A-2222')
    expect(one('invoice_id', { type: 'string' }, text)).toBe('INV-1')
    expect(one('booking_reference', { type: ['string', 'null'] }, text)).toBeNull()
  })

  it('follows the meaning of the ends of a scale', () => {
    expect(one('urgency', { type: 'integer' }, 'I need it today', 'Set urgency from 1 (today) to 5 (can wait).')).toBe(1)
    expect(one('urgency', { type: 'integer' }, 'I need it today', 'Set urgency from 1 (can wait) to 5 (today).')).toBe(5)
  })

  it('uses what the prompt says of a label in brackets', () => {
    const system = 'Choose the team: alpha (invoices and payments), beta (crashes and errors).'
    expect(one('team', { enum: ['alpha', 'beta'] }, 'The app crashes', system)).toBe('beta')
    expect(one('team', { enum: ['alpha', 'beta'] }, 'My payment failed', system)).toBe('alpha')
  })
})

describe('what the text does not say', () => {
  it.each<[JsonSchema, unknown]>([
    [{ type: ['string', 'null'] }, null],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, null],
    [{ type: 'string' }, ''],
    [{ type: 'string', minLength: 3 }, '---'],
    [{ type: 'integer', minimum: 5 }, 5],
    [{ type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 }, 0.5],
    [{ type: 'boolean' }, false],
    [{ type: 'array', items: { type: 'string' } }, []],
    [{ type: 'array', items: { type: 'integer' }, minItems: 2 }, [0, 0]],
    [{ enum: ['x1', null] }, null],
  ])('%j is filled with %j', (schema, value) => {
    expect(one('zzz', schema, 'Hello')).toEqual(value)
  })

  it('leaves optional properties out', () => {
    expect(
      fill({ type: 'object', properties: { email: { type: 'string' }, name: { type: 'string' } }, required: ['name'] }, 'Hello'),
    ).toEqual({ name: '' })
  })
})

describe('composed schemas', () => {
  it('follows references, conjunctions and alternatives', () => {
    const schema = {
      $defs: { contact: object({ email: { type: 'string' } }) },
      allOf: [
        { type: 'object', properties: { a: { $ref: '#/$defs/contact' } }, required: ['a'] },
        { properties: { age: { oneOf: [{ type: 'integer' }, { type: 'null' }] } }, required: ['age'] },
      ],
    }
    expect(fill(schema, 'I am 30 years old, a@b.co')).toEqual({ a: { email: 'a@b.co' }, age: 30 })
  })

  it('makes an object of each line of a list', () => {
    const schema = object({ items: { type: 'array', items: object({ email: { type: 'string' }, age: { type: ['integer', 'null'] } }) } })
    expect(fill(schema, 'Extract the people:\n\na@b.co, aged 30\nc@d.org')).toEqual({
      items: [
        { email: 'a@b.co', age: 30 },
        { email: 'c@d.org', age: null },
      ],
    })
  })

  it('ends however often a schema contains itself', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const schema = object(Object.fromEntries(names.map((name) => [name, { $ref: '#' }])))
    const start = performance.now()
    expect(JSON.stringify(fill(schema, 'x')).length).toBeLessThan(200_000)
    expect(performance.now() - start).toBeLessThan(2000)
    expect(fill({ $ref: '#' }, 'x')).toBe('')
    expect(fill({ allOf: [{ $ref: '#' }] }, 'x')).toBe('')
  })

  it('keeps names that mean something to JavaScript as plain properties', () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "boolean"}}') as Record<string, JsonSchema>
    const value = fill({ type: 'object', properties, required: ['__proto__', 'constructor'] }, 'x')
    expect(JSON.stringify(value)).toBe('{"__proto__":"","constructor":false}')
  })
})

const within = (size: number, low: unknown, high: unknown): boolean => size >= Number(low ?? -Infinity) && size <= Number(high ?? Infinity)

describe('any schema', () => {
  const leaf = fc.oneof(
    fc.constant({ type: 'string' }),
    fc.constant({ type: 'boolean' }),
    fc.constant({ type: ['string', 'null'] }),
    fc.record({ type: fc.constant('integer'), minimum: fc.integer({ min: -9, max: 0 }), maximum: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ type: fc.constant('string'), minLength: fc.integer({ min: 0, max: 5 }), maxLength: fc.integer({ min: 5, max: 30 }) }),
    fc.record({ enum: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }) }),
  )
  const names = fc.constantFrom('name', 'email', 'age', 'order_number', 'is_new', 'summary', 'rating', 'date', 'urgency', 'x')
  const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.dictionary(names, tie('schema'), { maxKeys: 4 }).map(object),
      fc
        .record({ items: tie('schema'), minItems: fc.integer({ min: 0, max: 2 }) })
        .map(({ items, minItems }) => ({ type: 'array', items, minItems, maxItems: 3 })),
    ),
  }))
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('My name is Ada Lovelace, 42 years old, a@b.co, order A-20417, urgent!', 'Rating: 900, summary: yes', ''),
  )

  const holds = (value: unknown, rule: JsonSchema): boolean => {
    if (Array.isArray(rule['enum'])) return rule['enum'].includes(value)
    const types = new Set([rule['type']].flat())
    if (value === null) return types.has('null')
    if (typeof value === 'string') return types.has('string') && within(Array.from(value).length, rule['minLength'], rule['maxLength'])
    if (typeof value === 'number') return types.has('integer') && Number.isInteger(value) && within(value, rule['minimum'], rule['maximum'])
    if (typeof value === 'boolean') return types.has('boolean')
    if (Array.isArray(value))
      return within(value.length, rule['minItems'], rule['maxItems']) && value.every((item) => holds(item, rule['items'] as JsonSchema))
    const properties = (rule['properties'] ?? {}) as Record<string, JsonSchema>
    return isRecord(value) && Object.keys(properties).every((name) => holds(value[name], properties[name] ?? {}))
  }

  it('is obeyed, whatever the text', () => {
    fc.assert(fc.property(schema, texts, (rule, text) => holds(fill(rule, text), rule)))
  })

  it('is filled alike every time', () => {
    fc.assert(fc.property(schema, texts, (rule, text) => JSON.stringify(fill(rule, text)) === JSON.stringify(fill(rule, text))))
  })
})
