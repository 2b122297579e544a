/** How an answer that is not whole goes on. */
export const goingOn = {
  retryNow: 'Retry now',
  goOn: 'Continue',
  goOnWhy: 'Sends the conversation with what is there, and joins what comes to it.',
  continued: 'Continued',
  continuedWhy: 'This answer was stopped or cut off and went on from there.',
  unknownCost: 'What the part before cost, nobody said, so the whole is not known. The last part cost {{amount}}.',
  summedCost: 'The parts of this answer, which was continued, are summed up. The last part cost {{amount}}.',
} as const
