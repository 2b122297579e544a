import { matchesOf, type Found } from './found.ts'

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.)+[\p{L}]{2,24}/gu
const URL_PATTERN = /(?:https?:\/\/|www\.)[^\s<>"'“”«»]+[^\s<>"'“”«».,;:!?)\]]/giu
const PHONE = /(?<![\p{L}\p{N}#-])(?:\+|00)?\(?\d{1,4}\)?(?:[\s./-]?\(?\d{2,4}\)?){2,5}(?![\p{L}\p{N}])/gu
const DATE_LIKE = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/u

export const emailsIn = (text: string): readonly Found[] => matchesOf(text, EMAIL)
export const urlsIn = (text: string): readonly Found[] => matchesOf(text, URL_PATTERN)

/** Seven to fifteen digits, written with a country's sign, brackets or gaps; a date is none. */
export function phonesIn(text: string): readonly Found[] {
  return matchesOf(text, PHONE).filter(({ text: phone }) => {
    const digits = phone.replace(/\D/gu, '').length
    return digits >= 7 && digits <= 15 && !DATE_LIKE.test(phone) && /[+\s()/.-]/u.test(phone)
  })
}
