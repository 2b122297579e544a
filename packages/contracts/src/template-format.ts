/** The ways of writing a placeholder. `curly` is the default; `mustache` is our addition to the seed's three. */
export const TEMPLATE_FORMATS = ['curly', 'fstring', 'jinja2', 'mustache'] as const
export type TemplateFormat = (typeof TEMPLATE_FORMATS)[number]
