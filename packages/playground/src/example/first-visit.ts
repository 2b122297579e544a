import type { PlaygroundSnapshot } from '../state/snapshot.ts'

const SYSTEM = `You sort support mail for a kitchenware shop. Pick the intent by these rules:
- refund: the customer wants money back, or something arrived broken
- delivery: the customer asks where a parcel is
- change: the customer wants to change an order or an address
- question: the customer asks about products, prices or shipping
- other: anything else, such as thanks
Set urgency from 1 (can wait) to 3 (today). Copy the order number if there is one.`

const USER = 'Ticket: {{ticket}}\nCustomer: {{customer}}'

const TICKET_SCHEMA = {
  type: 'object',
  properties: {
    intent: { type: 'string', enum: ['refund', 'delivery', 'change', 'question', 'other'] },
    urgency: { type: 'integer', minimum: 1, maximum: 3 },
    order_number: { type: ['string', 'null'] },
    summary: { type: 'string' },
  },
  required: ['intent', 'urgency', 'order_number', 'summary'],
  additionalProperties: false,
}

const TICKETS: readonly (readonly [customer: string, ticket: string])[] = [
  ['Maren Holt', 'The kettle from my order KW-20418 arrived with a cracked lid. I would like my money back.'],
  ['Jonas Weber', 'Where is my parcel? The one for order KW-20377 left your warehouse nine days ago.'],
  ['Aisha Rahman', 'Please change the delivery address of order KW-20431 to 14 Mill Lane. It ships today!'],
  ['Tórur Joensen', 'Do you ship to the Faroe Islands, and what would two frying pans cost?'],
  ['Elena Petrova', 'I was charged twice for order KW-20402. Please refund the second payment today.'],
  ['Sam Okafor', 'Could I swap the blue mug in order KW-20425 for a green one?'],
  ['Chloé Martin', 'My order KW-20390 is marked as delivered, but nothing came.'],
  ['Hiro Tanaka', 'All good now, thanks for the quick help yesterday!'],
]

/** What the first visit shows: a task that the built-in demo model does right, two clicks from an answer. */
export const FIRST_VISIT: PlaygroundSnapshot = {
  v: 1,
  mode: 'completion',
  prompt: {
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: USER },
    ],
    llmConfig: {
      model: 'demo/writer',
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'ticket', schema: TICKET_SCHEMA, strict: true } },
    },
    templateFormat: 'curly',
  },
  rows: TICKETS.map(([customer, ticket]) => ({ data: { ticket, customer } })),
}
