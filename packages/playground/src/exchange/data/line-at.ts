/** The line, from 1, in which an offset of a text lies. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (const end of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) line += end.length
  return line
}
