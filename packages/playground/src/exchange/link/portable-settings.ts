import { dropSecrets } from '../data/drop-secrets.ts'
import { type JsonObject, isList, isObject, member } from '../data/json-object.ts'

/** Members of free JSON that say where requests go, or what they carry along. */
const ADDRESS =
  /^(.*(apibase|base(url|uri)|endpoint(url)?|server(url|uri)|webhook(url)?|callback(url)?|proxy(url)?|proxies)|api(url|host)|host(name)?|origin|.*headers)$/
const isAddressName = (name: string): boolean => ADDRESS.test(name.replaceAll(/[-_. ]/g, '').toLowerCase())

/** What was left out: a key, or an address. */
export type Dropped = (kind: 'key' | 'address', name: string) => void

function withoutAddresses(value: unknown, tell: Dropped, path: string): unknown {
  if (isList(value)) return value.map((item) => withoutAddresses(item, tell, path))
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => {
    if (isAddressName(name)) tell('address', `${path}.${name}`)
    return !isAddressName(name)
  })
  return Object.fromEntries(kept.map(([name, held]) => [name, withoutAddresses(held, tell, `${path}.${name}`)]))
}

const portable = (value: unknown, tell: Dropped, path: string): unknown =>
  dropSecrets(withoutAddresses(value, tell, path), (name) => tell('key', name), path)

/** A function is told by its schema, in which any name may stand; what a provider brings itself may say where it is. */
const portableTool = (tool: unknown, tell: Dropped): unknown =>
  isObject(tool) && member(tool, 'type') === 'function' ? tool : portable(tool, tell, 'tools')

function portableSettings(settings: JsonObject, tell: Dropped): JsonObject {
  const extra = member(settings, 'extraBody')
  const tools = member(settings, 'tools')
  return {
    ...settings,
    ...(extra === undefined ? {} : { extraBody: portable(extra, tell, 'extraBody') }),
    ...(isList(tools) ? { tools: tools.map((tool) => portableTool(tool, tell)) } : {}),
  }
}

/** What people wrote is theirs, whatever it looks like. */
const THEIRS: ReadonlySet<string> = new Set(['message', 'messages', 'data', 'history', 'metadata', 'checks'])

/**
 * A snapshot without what opens an account or says where requests go, in whatever settings it holds: extra JSON and a provider's own
 * tools can hold both. What goes out of a playground has none of it, and what comes in by a link is not trusted with it.
 */
export function portableSnapshot(value: unknown, tell: Dropped): unknown {
  if (isList(value)) return value.map((item) => portableSnapshot(item, tell))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      if (name === 'llmConfig' && isObject(held)) return [name, portableSettings(held, tell)]
      return [name, THEIRS.has(name) ? held : portableSnapshot(held, tell)]
    }),
  )
}
