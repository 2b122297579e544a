import { createContext, use } from 'react'

/** Whether an answer and its calls are places of the page: where several stand beside each other, none of them is. */
export const AnswerLandmark = createContext(true)

/** The role of a named section. */
export const useSectionRole = (): { readonly role?: 'group' } => (use(AnswerLandmark) ? {} : { role: 'group' })
