/** Names and values of the environment, as the operating system gives them. An empty value counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be used: one line that says what, where and what to do. Caught once, where the settings are read. */
export class SettingProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SettingProblem'
  }
}

export const readText = (env: Environment, name: string): string | undefined => {
  const value = env[name]
  return value === undefined || value === '' ? undefined : value
}

/** A whole number within bounds. */
export function readWholeNumber(env: Environment, name: string, fallback: number, [low, high]: readonly [number, number]): number {
  const text = readText(env, name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= low && value <= high) return value
  throw new SettingProblem(`${name} is "${text}", but must be a whole number from ${low} to ${high}. Change or unset it.`)
}

/** A number above 0, whole or not. */
export function readAmount(env: Environment, name: string, fallback: number, high: number): number {
  const text = readText(env, name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= high) return value
  throw new SettingProblem(`${name} is "${text}", but must be a number above 0 and at most ${high}. Change or unset it.`)
}

export function readChoice<Choice extends string>(env: Environment, name: string, choices: readonly Choice[], fallback: Choice): Choice {
  const text = readText(env, name)
  if (text === undefined) return fallback
  const choice = choices.find((known) => known === text)
  if (choice !== undefined) return choice
  throw new SettingProblem(`${name} is "${text}", but must be ${choices.join(' or ')}. Change or unset it.`)
}

/** An http or https address without credentials, query or fragment; the trailing slash is taken off. */
export function readAddress(env: Environment, name: string): string | undefined {
  const text = readText(env, name)
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new SettingProblem(`${name} is not an http or https address. Change or unset it.`)
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new SettingProblem(`${name} must be an address without user name, password, query or fragment. Take those out.`)
  }
  return url.href.replace(/\/+$/, '')
}

/** Names, separated by commas or blanks. */
export const readList = (env: Environment, name: string): readonly string[] =>
  (readText(env, name) ?? '').split(/[\s,]+/).filter((entry) => entry !== '')

/** Origins (`https://host:port`), separated by commas or blanks. */
export function readOrigins(env: Environment, name: string): readonly string[] {
  return readList(env, name).map((entry) => {
    const url = URL.parse(entry)
    if (url !== null && /^https?:$/.test(url.protocol) && (url.origin === entry || `${url.origin}/` === entry)) return url.origin
    throw new SettingProblem(`${name} holds "${entry}", which is not an origin such as https://app.example.com. Change it.`)
  })
}
