import { dropSecrets } from '../exchange/data/drop-secrets.ts'
import { isList, isObject } from '../exchange/data/json-object.ts'

/** Members that say where something is, in requests and in the attributes of a trace. */
const PLACE = /(^|[._-])(address|host|hostname|origin|port|authority|headers)$/i

const pathOf = (url: string): string => {
  const parsed = URL.parse(url)
  return parsed === null || !/^https?:$/.test(parsed.protocol) ? url : parsed.pathname
}

function strip(value: unknown): unknown {
  if (isList(value)) return value.map(strip)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => {
      if (PLACE.test(name)) return [name, isObject(held) ? {} : '']
      return [name, /(^|[._-])(url|uri|full)$/i.test(name) && typeof held === 'string' ? pathOf(held) : strip(held)]
    }),
  )
}

/** What was sent and traced, without what opens an account or says where requests went: of an address its path stays. */
export const withoutPlaces = <Value>(value: Value): Value => strip(dropSecrets(value, () => undefined)) as Value
