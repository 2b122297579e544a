const NOT_TEXT: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit', 'color', 'file', 'image'])

/** Whether a key pressed there may be text, or a choice in a list: an editor, a field, a select with the options that it opens. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-part="editor"], [contenteditable="true"], [contenteditable=""], select') !== null) return true
  const { localName } = target
  if (localName === 'textarea') return true
  return localName === 'input' && !NOT_TEXT.has(target.getAttribute('type') ?? 'text')
}
