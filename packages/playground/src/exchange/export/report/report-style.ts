import derived from '../../../styles/derived.css?inline'
import tokens from '../../../styles/tokens.css?inline'
import own from './report.css?inline'

/** The rules of a report: the tokens of the playground, and what is its own. Nothing in them can end the element that holds them. */
export const reportStyle = (): string => [tokens, derived, own].join('\n').replaceAll('</', String.raw`<\/`)
