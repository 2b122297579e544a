import { TEMPLATE_FORMATS } from '@vitrine/contracts'
import { loadFormat } from '@vitrine/templating'

// Tests read templates of every format at once, as the service does; a page waits for jinja2.
await Promise.all(TEMPLATE_FORMATS.map(loadFormat))
