import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SettingProblem } from '../config/setting.ts'
import { type StaticFiles, readStaticFiles } from './static-files.ts'

/** *Errors*: a `SettingProblem` where the page was not built. */
export function readPage(folder: string): StaticFiles {
  if (existsSync(join(folder, 'index.html'))) return readStaticFiles(folder)
  throw new SettingProblem(`the page is not built (${join(folder, 'index.html')} is missing). Run npm run build, or start with npm start.`)
}
