/** Attributes that every Python object has, or that its strings, numbers and containers have; a template may not use them. */
const COMMON =
  'class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce reduce_ex repr setattr sizeof ' +
  'str subclasshook add contains getitem getnewargs iter len mod mul rmod rmul abs and bool ceil divmod float floor floordiv index int ' +
  'invert lshift neg or pos pow radd rand rdivmod rfloordiv rlshift ror round rpow rrshift rshift rsub rtruediv rxor sub truediv trunc ' +
  'xor class_getitem delitem iadd imul reversed setitem ior'

/** Attributes of functions, generators and the language's own objects. */
const INNER =
  'annotations builtins call closure code defaults dict get globals kwdefaults module name qualname self text_signature weakref del next ' +
  'bases mro subclasses html html_format slots wrapped func'

const dunder = (words: string): readonly string[] => words.split(' ').map((word) => `__${word}__`)

const UNSAFE_ON_DATA: ReadonlySet<string> = new Set(dunder(COMMON))
const UNSAFE_ON_OBJECTS: ReadonlySet<string> = new Set([
  ...dunder(`${COMMON} ${INNER}`),
  'gi_frame',
  'gi_code',
  '_func',
  '_invoke',
  '_environment',
  '_fail_with_undefined_error',
])

/** Whether Python would find an attribute of this name that the sandbox keeps from templates. */
export const isUnsafeName = (name: string, isData: boolean): boolean => (isData ? UNSAFE_ON_DATA : UNSAFE_ON_OBJECTS).has(name)
