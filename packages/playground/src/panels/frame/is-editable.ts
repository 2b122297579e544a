const NOT_TEXT: ReadonlySet<string> = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit', 'color', 'file', 'image'])

/** Whether a key pressed there may be text: an editor, a field. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-part="editor"], [contenteditable="true"], [contenteditable=""]') !== null) return true
  const { localName } = target
  if (localName === 'textarea' || localName === 'select') return true
  return localName === 'input' && !NOT_TEXT.has(target.getAttribute('type') ?? 'text')
}
