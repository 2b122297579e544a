import { curl, serviceCurl } from './languages/curl.ts'
import { serviceFetch, typescriptFetch } from './languages/fetch.ts'
import { pythonAnthropic } from './languages/python-anthropic.ts'
import { pythonOpenAi } from './languages/python-openai.ts'
import type { SnippetWriter } from './languages/snippet-writer.ts'
import { typescriptAnthropic } from './languages/typescript-anthropic.ts'
import { typescriptOpenAi } from './languages/typescript-openai.ts'
import type { SnippetLanguage } from './snippet.ts'

/** The languages of snippets. A new one is a name in `snippet.ts`, a file under `languages/`, and a line here. */
export const SNIPPET_WRITERS: Readonly<Record<SnippetLanguage, SnippetWriter>> = {
  curl,
  'python-openai': pythonOpenAi,
  'python-anthropic': pythonAnthropic,
  'typescript-openai': typescriptOpenAi,
  'typescript-anthropic': typescriptAnthropic,
  'typescript-fetch': typescriptFetch,
  'service-curl': serviceCurl,
  'service-fetch': serviceFetch,
}
