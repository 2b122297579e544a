import { AxeBuilder } from '@axe-core/playwright'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pressNamed, WALKS } from '../guide/walk-guide.ts'
import { openPage } from '../running/browser-page.ts'
import { openPlayground } from '../running/playground-page.ts'
import { served } from '../running/served.ts'
import { projectRoot } from '../running/service-process.ts'

const folder = join(projectRoot, 'web/guide')
const pages = readdirSync(folder).flatMap((name) => (name.endsWith('.md') ? [name.slice(0, -3)] : []))
const textOf = (name: string) => readFileSync(join(folder, `${name}.md`), 'utf8')
const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '')

describe('the guide', () => {
  const on = served()

  it('has a walk for every page', () => expect(Object.keys(WALKS).toSorted()).toEqual(pages.toSorted()))

  it.each(pages)('can be followed: %s', async (name) => {
    const { page, context, complaints } = await openPlayground(on.browser, on.service.origin, { width: 1280, height: 800 })
    const met = new Set<string>()
    const shown: string[] = []
    await WALKS[name]?.({
      page,
      async press(control) {
        await pressNamed(page, control)
        met.add(control)
      },
      meet: (control) => void met.add(control),
      picture: (shot) => Promise.resolve(void shown.push(`pictures/${name}-${shot}.webp`)),
    })
    // Every control that the text names was there, and every picture is of a step that was walked.
    expect([...met].toSorted()).toEqual([...new Set(all(textOf(name), /\*\*(.+?)\*\*/g))].toSorted())
    expect(all(textOf(name), /!\[.*?\]\((.+?)\)/g)).toEqual(shown)
    for (const shot of shown) {
      const file = join(folder, shot)
      expect(existsSync(file) && statSync(file).size < 150 * 1024).toBe(true)
    }
    expect(complaints.filter((line) => !/status of (?:4|5)\d\d/.test(line))).toEqual([])
    await context.close()
  })

  it('is served with its pictures, every page leading to the next', async () => {
    const { page, complaints, strangers } = await openPage(on.browser, on.service.origin, '/guide')
    await page.getByRole('heading', { level: 1, name: 'First run' }).waitFor()
    const links = page.getByRole('navigation', { name: 'Guide' }).getByRole('link')
    expect(await links.count()).toBe(pages.length)
    for (let at = 0; at < pages.length; at++) {
      await links.nth(at).click()
      const title = (await links.nth(at).textContent()) ?? ''
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      const pictures = page.getByRole('main').getByRole('img')
      for (const picture of await pictures.all()) {
        await picture.scrollIntoViewIfNeeded()
        await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)).toBe(true)
      }
      expect(await pictures.count()).toBeGreaterThan(0)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
    expect([complaints, strangers]).toEqual([[], []])
  })
})
