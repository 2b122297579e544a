/** What people say of answers. */
export const notes = {
  question: 'How is this answer?',
  up: 'Good',
  down: 'Bad',
  rateUp: 'Good answer',
  rateDown: 'Bad answer',
  write: 'Write a note',
  rateAndWrite: 'Rate, or write a note',
  field: 'Note on this answer',
  hint: 'What is good or bad about it',
  stays: 'It stays with this answer and goes out with the results. A new run begins without one.',
  others: 'Notes on other answers here',
  runBefore: 'The run before',
  earlierRun: 'An earlier run',
  sameRun: 'Answer {{number}} of this run',
  noText: 'It had no text.',
} as const
