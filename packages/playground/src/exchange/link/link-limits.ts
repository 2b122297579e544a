/** What a link may hold, compressed: mail and chat programs carry addresses of this length unharmed. A larger one is offered as a file. */
export const MAX_LINK_BYTES = 8000
/** What is read of a link at most, compressed. */
export const MAX_READ_LINK_BYTES = 32 * 1024
/** What a link may be once it is unpacked; text compresses by three, a bomb by a thousand. */
export const MAX_UNPACKED_LINK_BYTES = 2_000_000
/** Every message is an editor on the page. */
export const MAX_LINK_MESSAGES = 500
