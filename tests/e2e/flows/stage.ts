import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FakeProvider, jsonReply, type ReplyFunction } from '@vitrine/testkit'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { openPlayground } from '../../running/playground-page.ts'
import { servedOverFake } from '../../running/served.ts'
import { type Hands, HANDS } from './hands.ts'
import { LANGUAGES, type Words, wordsOf } from './words.ts'

export interface Walk {
  readonly page: Page
  readonly how: keyof typeof HANDS
  readonly hands: Hands
  readonly say: Words
  readonly provider: FakeProvider
  /** Says what the provider answers to whoever asks a model. */
  readonly answer: (reply: ReplyFunction) => void
  /** Takes the pictures of a step, where they are wanted: `VITRINE_TEST_PICTURES` names the folder. */
  readonly look: (step: string) => Promise<void>
  /** Nothing was complained of on the way, and nobody else was asked. */
  readonly leave: () => Promise<void>
}

export interface Way {
  readonly how: keyof typeof HANDS
  readonly language: string
}

/** A flow is walked in every language, once with the pointer and once by keyboard alone. */
export const WAYS: readonly Way[] = LANGUAGES.flatMap((language) => [
  { how: 'with the pointer', language },
  { how: 'by keyboard alone', language },
])

export interface Stage {
  /** A fresh page in a browser that asks for the language. */
  readonly open: (way: Way) => Promise<Walk>
}

/** A service in front of a provider that answers as told, and a browser, for the flow of a file. */
export function staged(flow: string): Stage {
  const on = servedOverFake()
  return {
    async open({ how, language }) {
      const visit = await openPlayground(on.browser, on.service.origin, { locale: language })
      const { page } = visit
      const say = wordsOf(language)
      const pictures = process.env['VITRINE_TEST_PICTURES']
      return {
        page,
        how,
        hands: HANDS[how](page, say),
        say,
        provider: on.provider,
        answer: (reply) =>
          on.provider.respond((request, count) => (request.path.endsWith('/models') ? jsonReply({ data: [] }) : reply(request, count))),
        async look(step) {
          if (pictures !== undefined && how === 'with the pointer') await takePictures(page, join(pictures, `${flow}-${language}`), step)
        },
        async leave() {
          expect(visit.strangers).toEqual([])
          expect(visit.complaints.filter((line) => !/status of (?:4|5)\d\d/.test(line))).toEqual([])
          await visit.context.close()
        },
      }
    },
  }
}

const SIZES = [
  { width: 390, height: 844 },
  { width: 900, height: 800 },
  { width: 1440, height: 900 },
] as const

/** The page as it stands, across the breakpoints and in both themes; it is left as it was. */
async function takePictures(page: Page, folder: string, step: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await page.evaluate(async () => {
        const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        await Promise.allSettled(finite.map(({ finished }) => finished))
      })
      await page.waitForTimeout(150)
      await page.screenshot({ path: join(folder, `${step}-${size.width}-${colorScheme}.png`) })
    }
  }
}
