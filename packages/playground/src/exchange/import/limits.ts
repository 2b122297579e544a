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
/** Cells of a spreadsheet, empty ones within its used range included. */
export const MAX_CELLS = 4_000_000
/** Aliases that a YAML document may resolve to; a configuration has a handful, a bomb has billions. */
export const MAX_YAML_ALIASES = 1000
/** Further problems of a file are counted, not listed. */
export const MAX_LISTED_PROBLEMS = 100
