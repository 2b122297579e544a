import { refusal } from '../failure.ts'
import type { Run } from '../run.ts'
import type { Bound } from '../values/argument.ts'
import type { Arguments } from '../values/callable.ts'
import { Dict } from '../values/dict.ts'
import { dictKey } from '../values/dict-key.ts'
import { DictView } from '../values/dict-view.ts'
import { iterate, toList } from '../values/iterate.ts'
import { isMapping, mappingEntries, mappingGet, type Mapping } from '../values/mapping.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { method, type Method } from './method.ts'

function found(mapping: Mapping, key: Value): Value | undefined {
  dictKey(key)
  return mappingGet(mapping, key)
}

/** Methods of dicts that only read. */
export const DICT_METHODS: ReadonlyMap<string, Method<Mapping>> = new Map([
  method('keys', '', 0, (run, mapping: Mapping) => new DictView(run, 'keys', mapping)),
  method('values', '', 0, (run, mapping: Mapping) => new DictView(run, 'values', mapping)),
  method('items', '', 0, (run, mapping: Mapping) => new DictView(run, 'items', mapping)),
  method('get', 'key default', 1, (_run, mapping: Mapping, [key = null, fallback = null]) => found(mapping, key) ?? fallback),
  method('copy', '', 0, (run, mapping: Mapping) => {
    return new Dict(mappingEntries(run, mapping))
  }),
])

function* pairs(run: Run, source: Value): Generator<readonly [Value, Value], void> {
  if (isMapping(source)) {
    yield* mappingEntries(run, source)
    return
  }
  for (const pair of iterate(run, source)) {
    const [key, value, ...rest] = toList(run, pair)
    if (key === undefined || value === undefined || rest.length > 0)
      throw refusal('A dict is made of pairs: each item needs a key and a value.')
    yield [key, value]
  }
}

/** What `dict(…)` and `update(…)` take: a mapping or pairs, then names. */
export function fillDict(run: Run, dict: Dict, { positional, named }: Arguments): void {
  const [source, ...rest] = positional
  if (rest.length > 0) throw refusal('At most one mapping can be given here; add the others one by one.')
  if (source !== undefined) for (const [key, value] of pairs(run, source)) dict.set(key, value)
  for (const [key, value] of named ?? []) dict.set(key, value)
}

function pop(dict: Dict, [key = null, fallback]: Bound): Value {
  const value = found(dict, key) ?? fallback
  if (value === undefined) throw refusal('The dict has no such key to pop; give a default as the second argument.')
  dict.delete(key)
  return value
}

function popItem(dict: Dict): Value {
  const last = Array.from(dict.entries()).at(-1)
  if (last === undefined) throw refusal('The dict has nothing to pop; test its length first.')
  dict.delete(last[0])
  return new Tuple(last)
}

/** Methods that change a dict: only for dicts that the template made. */
export const DICT_CHANGES: ReadonlyMap<string, Method<Dict>> = new Map<string, Method<Dict>>([
  [
    'update',
    {
      call: (run, dict, args) => {
        fillDict(run, dict, args)
        return null
      },
    },
  ],
  method('setdefault', 'key default', 1, (_run, dict: Dict, [key = null, fallback = null]) => {
    const value = found(dict, key) ?? fallback
    dict.set(key, value)
    return value
  }),
  method('pop', 'key default', 1, (_run, dict: Dict, args) => pop(dict, args)),
  method('popitem', '', 0, (_run, dict: Dict) => popItem(dict)),
  method('clear', '', 0, (_run, dict: Dict) => {
    dict.clear()
    return null
  }),
])
