import type { SnippetWriter } from './snippet-writer.ts'
import { type TypescriptClient, writeTypescript } from './typescript-client.ts'

const client: TypescriptClient = {
  importLine: 'import OpenAI from "openai"',
  className: 'OpenAI',
  apis: ['chat', 'responses'],
  methods: {
    chat: {
      path: 'chat.completions.create',
      print: 'response.choices[0]?.message',
      printEvent: 'process.stdout.write(event.choices[0]?.delta?.content ?? "")',
    },
    responses: {
      path: 'responses.create',
      print: 'response.output_text',
      printEvent: 'if (event.type === "response.output_text.delta") process.stdout.write(event.delta)',
    },
  },
}

export const typescriptOpenAi: SnippetWriter = { to: 'provider', write: (request) => writeTypescript(request, client) }
