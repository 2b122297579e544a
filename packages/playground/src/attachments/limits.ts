/** Attachments of one message. */
export const MOST_PER_MESSAGE = 10
/** *Units*: bytes of the file, before base64 makes it longer by a third. */
export const LARGEST_FILE_BYTES = 20_000_000
/** More than this the page does not hold for one request. *Units*: bytes as sent. */
export const LARGEST_REQUEST_BYTES = 64_000_000
/** What a service takes in one request unless its operator has set it otherwise. *Units*: bytes as sent. */
export const USUAL_BODY_BYTES = 4_194_304
/** Pictures of more pixels are not drawn: a small file can come to gigabytes once it is decoded. */
export const MOST_PIXELS_DRAWN = 40_000_000
/** *Units*: characters. */
export const LONGEST_ADDRESS = 4_096
export const LONGEST_NAME = 200
