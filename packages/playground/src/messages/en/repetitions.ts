/** Several answers to the same question. */
export const repetitions = {
  answers: 'Answers to this case',
  previous: 'Previous answer',
  next: 'Next answer',
  place: '{{at}}/{{of}}',
  identical_one: '×{{count}} identical',
  identical_other: '×{{count}} identical',
  running_one: '{{count}} still runs',
  running_other: '{{count}} still run',
  stable: '{{percent}} alike',
  stableWhy: 'The share of the answers that say what most of them say.',
} as const
