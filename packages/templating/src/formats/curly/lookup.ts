import { ownMember } from '../../json-path/own-values.ts'
import { parseJsonPath } from '../../json-path/parse.ts'
import { NOT_FOUND, resolveParsedPath, type Resolution } from '../../json-path/resolve.ts'
import { rootNameOf } from '../../json-path/root-name.ts'
import type { StepMeter } from '../../step-meter.ts'
import type { TemplateInputs, TemplateValue } from '../../template-format.ts'

/** How the name of a placeholder finds its value. */
export interface CurlyReference {
  /** The name as it stands in the template, which is what a miss is reported by. */
  readonly name: string
  /** The input it reads, and the path inside that; an empty root where it reads no single input. */
  readonly root: string
  readonly path: string
  /** The segments where the name is a plain name or a dot path; undefined for JSONPath, JSON Pointer and what finds nothing. */
  readonly segments?: readonly string[]
  find(inputs: TemplateInputs, meter: StepMeter): Resolution
}

type Finder = CurlyReference['find']

const resolved = (value: TemplateValue): Resolution => ({ found: true, value })
const isIndex = (segment: string): boolean => /^[0-9]+$/.test(segment)
const isPointerIndex = (segment: string): boolean => isIndex(segment) && (segment === '0' || !segment.startsWith('0'))

/** Follows segments through own members and items; host attributes are no data. */
function follow(inputs: TemplateInputs, segments: readonly string[], accepts: (segment: string) => boolean): Resolution {
  let value: TemplateValue = inputs
  for (const segment of segments) {
    const index = Array.isArray(value) && accepts(segment) ? Number(segment) : -1
    const next: { readonly value: unknown } | undefined = Array.isArray(value)
      ? index >= 0 && index < value.length
        ? { value: value[index] }
        : undefined
      : ownMember(value, segment)
    if (next === undefined) return NOT_FOUND
    // Only parts of the inputs are ever reached.
    value = next.value as TemplateValue
  }
  return resolved(value)
}

function literalFirst(name: string, otherwise: Finder): Finder {
  return (inputs, meter) => (Object.hasOwn(inputs, name) ? resolved(inputs[name] ?? null) : otherwise(inputs, meter))
}

const NEVER: Finder = () => NOT_FOUND

function pathReference(name: string): CurlyReference {
  const path = parseJsonPath(name)
  const root = rootNameOf(path) ?? ''
  return {
    name,
    root,
    path: root === '' ? '' : name,
    find: literalFirst(name, (inputs, meter) => resolveParsedPath(path, inputs, meter)),
  }
}

/** RFC 6901: `~1` is `/`, `~0` is `~`; a `~` before anything else makes it malformed. */
function pointerReference(name: string): CurlyReference {
  const malformed = name.replaceAll('~0', '').replaceAll('~1', '').includes('~')
  const segments = name
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  const find = literalFirst(name, (inputs) => follow(inputs, segments, isPointerIndex))
  return {
    name,
    root: malformed ? '' : (segments[0] ?? ''),
    path: segments.length > 1 ? name : '',
    find: malformed ? literalFirst(name, NEVER) : find,
  }
}

function dotReference(name: string): CurlyReference {
  const segments = name.split('.').filter((segment) => segment !== '')
  const [root] = segments
  if (root === undefined) return { name, root: '', path: '', find: NEVER }
  const path = name.slice(name.indexOf(root) + root.length + 1)
  if (segments.length === 1 && root === name) return { name, root, path: '', segments, find: literalFirst(name, NEVER) }
  return { name, root, path, segments, find: literalFirst(name, (inputs) => follow(inputs, segments, isIndex)) }
}

/** Reads the name of a placeholder once for all its renders. */
export function readReference(name: string): CurlyReference {
  if (name.startsWith('$')) return pathReference(name)
  if (name.startsWith('/')) return pointerReference(name)
  // Refused before the literal key is tried: brackets are the syntax of JSONPath alone.
  if (name.includes('[') || name.includes(']')) return { name, root: name, path: '', find: NEVER }
  return dotReference(name)
}
