/** What a block of lines would lose: white space at its start or alone in a line. */
const LOST = /^\s|\n[ \t]+(?=\n|$)/
/** Control characters other than line ends and tabs, and what some readers take for a line end. */
const UNPRINTED = /[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]/u

const isFragile = (text: string): boolean => LOST.test(text) || UNPRINTED.test(text)

/** Data as YAML that readers of every generation read alike: nothing that one of them takes for a date or a truth stands bare. */
export async function yamlText(value: object): Promise<string> {
  const { Document, visit } = await import('yaml')
  // No anchors: to whom they are new, a file with them reads as if something were missing.
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' })
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && isFragile(node.value)) node.type = 'QUOTE_DOUBLE'
    },
  })
  return document.toString({ lineWidth: 0 })
}
