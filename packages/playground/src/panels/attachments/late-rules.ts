/** What is needed once somebody attaches something; loaded then. */
export { withAttachments } from '../../attachments/message-content.ts'
export { takeFiles } from '../../attachments/take-files.ts'
