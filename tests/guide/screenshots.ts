import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { launchBrowser } from '../running/browser-page.ts'
import { openPlayground } from '../running/playground-page.ts'
import { projectRoot, startService } from '../running/service-process.ts'
import { pressNamed, WALKS } from './walk-guide.ts'

/** Makes the pictures of the guide from the product as it runs: `npm run guide:screenshots`. */
const folder = join(projectRoot, 'web/guide/pictures')
const MOST_BYTES = 150 * 1024
const QUALITY = 0.82

/** The browser itself writes WebP; a page of its own does it, so that no policy of the product is in the way. */
async function toWebp(painter: Page, png: Buffer): Promise<Buffer> {
  const encoded = await painter.evaluate(
    async ({ source, quality }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', quality)
    },
    { source: png.toString('base64'), quality: QUALITY },
  )
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64')
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const [service, browser] = await Promise.all([startService(), launchBrowser()])
const painter = await browser.newPage()
for (const [name, walk] of Object.entries(WALKS)) {
  const { page, context } = await openPlayground(browser, service.origin, { width: 1280, height: 800 })
  await page.getByTestId('estimate').filter({ hasText: '$' }).first().waitFor()
  await walk({
    page,
    press: (control) => pressNamed(page, control),
    meet: () => undefined,
    async picture(shot) {
      const webp = await toWebp(painter, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
      if (webp.length > MOST_BYTES) throw new Error(`${name}-${shot} has ${webp.length} bytes.`)
      writeFileSync(join(folder, `${name}-${shot}.webp`), webp)
      console.log(`${name}-${shot}.webp  ${(webp.length / 1024).toFixed(0)} KiB`)
    },
  })
  await context.close()
}
await browser.close()
await service.stop()
