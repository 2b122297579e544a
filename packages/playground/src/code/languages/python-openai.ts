import { type PythonClient, writePython } from './python-client.ts'
import type { SnippetWriter } from './snippet-writer.ts'

const client: PythonClient = {
  module: 'openai',
  className: 'OpenAI',
  apis: ['chat', 'responses'],
  methods: {
    chat: {
      path: 'chat.completions.create',
      print: 'response.choices[0].message',
      printEvent: ['if event.choices and event.choices[0].delta.content:', '    print(event.choices[0].delta.content, end="", flush=True)'],
      types: { module: 'openai.types.chat', whole: 'ChatCompletion', event: 'ChatCompletionChunk' },
    },
    responses: {
      path: 'responses.create',
      print: 'response.output_text',
      printEvent: ['if event.type == "response.output_text.delta":', '    print(event.delta, end="", flush=True)'],
      types: { module: 'openai.types.responses', whole: 'Response', event: 'ResponseStreamEvent' },
    },
  },
}

export const pythonOpenAi: SnippetWriter = { to: 'provider', write: (request) => writePython(request, client) }
