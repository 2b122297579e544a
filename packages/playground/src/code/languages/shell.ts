/** A word of a shell, whatever is in it. */
export const shellWord = (text: string): string => (/^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`)

/** Text in a here-document that is expanded. */
export const shellExpanded = (text: string): string => text.replace(/[\\$`]/g, String.raw`\$&`)

/** Puts a text between the quotes of a JSON string. Byte by byte, so that it holds in every locale; in bash since 3.2. */
export const JSON_FUNCTION = String.raw`# A text as it stands between the quotes of a JSON string.
json() {
  local LC_ALL=C text=$1 slash='\' quote='"' code sign escape
  text=${'$'}{text//"$slash"/"$slash$slash"}
  text=${'$'}{text//"$quote"/"$slash$quote"}
  for code in {1..31}; do
    printf -v escape '\\u%04x' "$code"
    printf -v sign "\\x${'$'}{escape:4}"
    text=${'$'}{text//"$sign"/"$escape"}
  done
  printf %s "$text"
}`
