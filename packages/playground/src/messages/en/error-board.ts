/** Failures of a run, by cause. */
export const errorBoard = {
  open: 'What failed, and why',
  times: '×{{n}}',
  moreWords_one: '{{count}} other wording',
  moreWords_other: '{{count}} other wordings',
  rerun_one: 'Rerun {{count}}',
  rerun_other: 'Rerun {{count}}',
  show: 'Show them',
} as const
