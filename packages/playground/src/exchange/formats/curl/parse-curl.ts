/** What a cURL command asks for. Headers are only named: their values may be keys, and nothing here needs them. */
export interface CurlCommand {
  readonly url: string
  readonly body: string
  readonly headerNames: readonly string[]
  /** Options that carry credentials, `--user`. */
  readonly credentials: readonly string[]
  /** Files that the command would send, `@body.json`. */
  readonly files: readonly string[]
}

const DATA: ReadonlySet<string> = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--data-urlencode', '--json'])
const CREDENTIALS: ReadonlySet<string> = new Set([
  '-u',
  '--user',
  '--oauth2-bearer',
  '-b',
  '--cookie',
  '--proxy-user',
  '-U',
  '-E',
  '--cert',
  '--key',
])
/** Other options that take a word of their own. */
const WITH_WORD: ReadonlySet<string> = new Set([
  '-X',
  '--request',
  '-o',
  '--output',
  '-A',
  '--user-agent',
  '-e',
  '--referer',
  '-m',
  '--max-time',
  '--connect-timeout',
  '--retry',
  '-x',
  '--proxy',
  '--cacert',
  '-w',
  '--write-out',
  '-F',
  '--form',
  '-T',
  '--upload-file',
  '--resolve',
])

/** `-d'…'` and `--data=…` as two words. */
function split(word: string): readonly [option: string, value: string | null] {
  const long = /^(--[a-z0-9-]+)=([\s\S]*)$/.exec(word)
  if (long) return [long[1] ?? '', long[2] ?? '']
  const short = /^(-[dHuXbA])([\s\S]+)$/.exec(word)
  return short ? [short[1] ?? '', short[2] ?? ''] : [word, null]
}

export function parseCurl(words: readonly string[]): CurlCommand {
  let url = ''
  const bodies: string[] = []
  const headerNames: string[] = []
  const credentials: string[] = []
  const files: string[] = []
  for (let index = 0; index < words.length; index++) {
    const [option, joined] = split(words[index] ?? '')
    const value = () => joined ?? words[++index] ?? ''
    if (DATA.has(option)) {
      const text = value()
      if (text.startsWith('@') && option !== '--data-raw') files.push(text)
      else bodies.push(text)
    } else if (option === '-H' || option === '--header') headerNames.push((/^[^:;]+/.exec(value())?.[0] ?? '').trim())
    else if (CREDENTIALS.has(option)) {
      credentials.push(option)
      value()
    } else if (option === '--url') url = value()
    else if (WITH_WORD.has(option)) value()
    else if (!option.startsWith('-') && url === '' && index > 0) url = option
  }
  return { url, body: bodies.join('&'), headerNames, credentials, files }
}
