/** Files of this size and more are refused before they are read. */
export const MAX_FILE_BYTES = 50_000_000
/** YAML is read some twenty times slower than CSV; ten thousand cases of five hundred characters fit. */
export const MAX_YAML_BYTES = 10_000_000
/** What a spreadsheet may hold once it is unpacked. */
export const MAX_UNPACKED_BYTES = 200_000_000
/** A file with more rows is refused: nobody would know which of them came in. */
export const MAX_READ_ROWS = 100_000
/** What the playground is made for. Of a file with more the first ones are offered. */
export const MAX_PLACED_ROWS = 10_000
export const MAX_COLUMNS = 256
/** Cells of a table, or values of a JSON document; of a spreadsheet empty cells within its used range too. */
export const MAX_CELLS = 4_000_000
/** Tags in the files of a spreadsheet. Each costs whoever reads it some 150 bytes, and a cell has four or eight. */
export const MAX_SHEET_TAGS = 16_000_000
/** The characters of one cell, or of one text of a prompt. Some thirty times what a cell of a spreadsheet program holds. */
export const MAX_CELL_LENGTH = 1_000_000
/** The characters of a name. A longer one is a text that stands where names are expected. */
export const MAX_NAME_LENGTH = 1000
/** Prompts, each with a model, that one file may offer for choice. */
export const MAX_VARIANTS = 200
/** Messages of one prompt or of one conversation. */
export const MAX_MESSAGES = 2000
/** Aliases that a YAML document may resolve to; a configuration has a handful, a bomb has billions. */
export const MAX_YAML_ALIASES = 1000
/** Further problems of a file are counted, not listed. */
export const MAX_LISTED_PROBLEMS = 100
/** What a problem quotes of a file, in characters. */
export const MAX_QUOTED_LENGTH = 2000

/** How much may be read at once, which is a matter of where. Bytes. */
export interface ReadingLimits {
  readonly fileBytes: number
  readonly yamlBytes: number
  readonly unpackedBytes: number
  /** What a file that is too large is told. */
  readonly refusal: 'file-too-large' | 'too-large-here'
}

/** In a worker, which can be ended at any time. */
export const WORKER_LIMITS: ReadingLimits = {
  fileBytes: MAX_FILE_BYTES,
  yamlBytes: MAX_YAML_BYTES,
  unpackedBytes: MAX_UNPACKED_BYTES,
  refusal: 'file-too-large',
}

/** On the page's own thread, where each step of the reading holds up whoever types: some tens of milliseconds of each. */
export const PAGE_LIMITS: ReadingLimits = {
  fileBytes: 1_000_000,
  yamlBytes: 100_000,
  unpackedBytes: 4_000_000,
  refusal: 'too-large-here',
}
