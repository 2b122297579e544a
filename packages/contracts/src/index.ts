export { TEMPLATE_FORMATS, type TemplateFormat } from './template-format.ts'
