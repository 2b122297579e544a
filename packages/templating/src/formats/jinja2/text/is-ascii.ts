const BEYOND = /[\u0080-\uffff]/

export const isAscii = (text: string): boolean => !BEYOND.test(text)
