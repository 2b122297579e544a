/** Words beside a key that is drawn. */
export const keys = {
  casesShort: 'Cases',
  closeShort: 'Close',
  stopShort: 'Stop',
  runShort: 'run',
  editShort: 'edit a cell',
  allShort: 'all keys',
} as const
