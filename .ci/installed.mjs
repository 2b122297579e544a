// Whether the packages of a lock file are there as it says. Runs on any Node.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {})

/** Every package that the lock file of a folder names, but for those of other systems. */
export function isInstalled(folder) {
  const installed = packagesIn(resolve(folder, 'node_modules/.package-lock.json'))
  return Object.entries(packagesIn(resolve(folder, 'package-lock.json')))
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, wanted]) => {
      const found = installed[path]
      return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional || wanted.devOptional
    })
}

/** The npm that runs this script, as a command and its first arguments. */
export function npmCommand() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env
  return npm ? { command: node ?? process.execPath, first: [npm] } : { command: 'npm', first: [] }
}
