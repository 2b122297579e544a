import type { DemoModel } from './demo-model.ts'

export const messages: DemoModel = {
  name: 'messages',
  take: (request) => ({
    kind: 'answer',
    answer: { text: JSON.stringify(request.messages) },
    pace: { firstTokenMs: 50, perTokenMs: 4, maxPieces: 400 },
  }),
}
