const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)

/**
 * The value that a text gives a name to: `Order date: 5 May`, `- **Name** = Ada`, `"city": "Oslo"`. `words` is the name in words. Null where
 * no line does so.
 */
export function labelledValue(text: string, words: string): string | null {
  if (words === '') return null
  const name = words
    .split(' ')
    .map(escaped)
    .join(String.raw`[\s_-]?`)
  const line = new RegExp(
    String.raw`(?:^|[\n;,{|]|\s-\s)[ \t]*(?:[-*•]\s+)?["'*_]{0,2}(?:the )?${name}["'*_]{0,2}[ \t]*(?:[:=]|->|→|\|)["'*_]{0,2}[ \t]*([^\n]*\S)`,
    'iu',
  )
  const value = line.exec(text)?.[1]
  if (value === undefined) return null
  // Several on one line: the value ends where the next name begins.
  const alone = value.split(/[,;|]\s+(?=["'*_]{0,2}\p{L}[\p{L}\d _-]{0,30}["'*_]{0,2}\s*[:=])/u)[0] ?? value
  return alone.replace(/^["'“]+|["'”,;*_]+$/gu, '').trim()
}
