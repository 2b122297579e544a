/** Tells whether one code point is meant. */
export type CharacterTest = (code: number) => boolean

const CATEGORIES = 'L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps Z Zl Zp Zs S Sc Sk Sm So C Cc Cf Cn Co'.split(' ')

/** A general category of Unicode (`Lu`, `N`); undefined where there is none of that name. */
export function categoryTest(name: string, complement: boolean): CharacterTest | undefined {
  if (!CATEGORIES.includes(name)) return undefined
  const pattern = new RegExp(`^\\p{${name}}$`, 'u')
  return (code) => pattern.test(String.fromCodePoint(code)) !== complement
}

export const exactly =
  (wanted: number): CharacterTest =>
  (code) =>
    code === wanted

export const between =
  (from: number, to: number): CharacterTest =>
  (code) =>
    code >= from && code <= to

export const anyOf =
  (tests: readonly CharacterTest[], complement: boolean): CharacterTest =>
  (code) =>
    tests.some((test) => test(code)) !== complement

/** The dot: everything but the two ends of a line. */
export const anyCharacter: CharacterTest = (code) => code !== 10 && code !== 13
