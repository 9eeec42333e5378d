/**
 * The package walls: a package may import only what its package.json names, never another package's
 * inside, and a pure package no `node:` module. Test files may use devDependencies too, and a package's second
 * door `<package>/test-support`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const PURE = new Set(['@klinke/foundation', '@klinke/sip', '@klinke/rtp', '@klinke/numbering', '@klinke/rating', '@klinke/calls'])
/** Pure computation of Node's own, no input or output. */
const ALLOWED_IN_PURE = new Set(['node:crypto', 'node:buffer'])
/** Further doors of packages, for what only threads load. */
const THREAD_DOORS = new Set(['@klinke/platform/paper'])
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\n[^'"]*?)?from\s+['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g

/** One line per import that goes through a wall; empty when the house is in order. */
export function findWallBreaches(root: string): string[] {
  const breaches: string[] = []
  for (const folder of globSync('{packages,apps}/*', { cwd: root })) {
    const home = join(root, folder)
    if (!existsSync(join(home, 'package.json'))) continue
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest
    for (const file of globSync('{src,tests}/**/*.{ts,tsx}', { cwd: home })) {
      const path = join(home, file)
      for (const imported of importsOf(readFileSync(path, 'utf8'))) {
        const breach = breachOf(manifest, home, path, imported)
        if (breach) breaches.push(`${relative(root, path)}: ${breach}`)
      }
    }
  }
  return breaches
}

function importsOf(source: string): string[] {
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

function breachOf(manifest: Manifest, home: string, file: string, imported: string): string | undefined {
  const isTest = /\.test\.tsx?$|\/tests\/|\/test-support\//.test(file)
  if (imported.startsWith('.')) {
    return resolve(dirname(file), imported).startsWith(home) ? undefined : `"${imported}" leaves the package`
  }
  if (imported.startsWith('node:')) {
    if (!PURE.has(manifest.name) || isTest || ALLOWED_IN_PURE.has(imported)) return undefined
    return `"${imported}" in a pure package`
  }
  const [first = '', second = ''] = imported.split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  const isDoor = imported === name || THREAD_DOORS.has(imported) || (isTest && imported === `${name}/test-support`)
  if (name.startsWith('@klinke/') && !isDoor) return `"${imported}" reaches into ${name}`
  if (manifest.dependencies?.[name] !== undefined || name === manifest.name) return undefined
  if (isTest && manifest.devDependencies?.[name] !== undefined) return undefined
  return `"${name}" is not named in package.json`
}
