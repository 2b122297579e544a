import type { SnippetWriter } from './snippet-writer.ts'
import { type TypescriptClient, writeTypescript } from './typescript-client.ts'

const client: TypescriptClient = {
  importLine: 'import Anthropic from "@anthropic-ai/sdk"',
  className: 'Anthropic',
  apis: ['messages'],
  methods: {
    messages: {
      path: 'messages.create',
      print: 'response.content',
      printEvent: 'if (event.type === "content_block_delta" && event.delta.type === "text_delta") process.stdout.write(event.delta.text)',
    },
  },
}

export const typescriptAnthropic: SnippetWriter = { to: 'provider', write: (request) => writeTypescript(request, client) }
