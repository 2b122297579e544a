import { type PythonClient, writePython } from './python-client.ts'
import type { SnippetWriter } from './snippet-writer.ts'

const client: PythonClient = {
  module: 'anthropic',
  className: 'Anthropic',
  apis: ['messages'],
  methods: {
    messages: {
      path: 'messages.create',
      print: 'response.content',
      printEvent: [
        'if event.type == "content_block_delta" and event.delta.type == "text_delta":',
        '    print(event.delta.text, end="", flush=True)',
      ],
      types: { module: 'anthropic.types', whole: 'Message', event: 'RawMessageStreamEvent' },
    },
  },
}

export const pythonAnthropic: SnippetWriter = { to: 'provider', write: (request) => writePython(request, client) }
