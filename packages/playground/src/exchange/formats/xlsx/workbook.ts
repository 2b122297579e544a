export interface WorkbookSheet {
  readonly name: string
  /** Its file in the archive. */
  readonly path: string
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      if (name !== undefined) return ENTITIES.get(name) ?? whole
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )

/** Longer than the attributes of any tag that a program writes. */
const MAX_ATTRIBUTES = 10_000

/** The attributes of one start tag, by name without a namespace. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  if (tag.length > MAX_ATTRIBUTES) return attributes
  for (const [, name = '', double, single] of tag.matchAll(/(?:^|\s)(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, unescaped(double ?? single ?? ''))
  }
  return attributes
}

const tagsOf = (xml: string, name: string): readonly ReadonlyMap<string, string>[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*)>`, 'g'))].map(([, attributes = '']) => attributesOf(attributes))

/** Targets are given from the workbook's folder, or from the root. */
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

/** The sheets of a workbook in the order of their tabs. Those that are no tables (charts, macros) have no place here. */
export function sheetsOf(workbook: string, relations: string): readonly WorkbookSheet[] {
  const targets = new Map(tagsOf(relations, 'Relationship').map((relation) => [relation.get('Id') ?? '', relation.get('Target') ?? '']))
  return tagsOf(workbook, 'sheet').flatMap((sheet) => {
    const target = targets.get(sheet.get('id') ?? '')
    return target === undefined || !/worksheets\//.test(target) ? [] : [{ name: sheet.get('name') ?? '', path: pathOf(target) }]
  })
}
