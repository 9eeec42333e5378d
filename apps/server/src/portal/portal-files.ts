import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the built portal, ready to be sent. */
export interface PortalFile {
  readonly type: string
  readonly plain: Buffer
  /** By content coding (RFC 9110, section 8.4), as the build has left them beside the file. */
  readonly coded: Readonly<Partial<Record<Coding, Buffer>>>
  readonly etag: string
  /** Its name changes with its content. */
  readonly isHashed: boolean
}

export type Coding = 'br' | 'gzip'

/** By path, such as `/assets/portal-x1y2.js`. */
export type PortalFiles = ReadonlyMap<string, PortalFile>

export const START_PAGE = '/index.html'

const ENDINGS: readonly (readonly [Coding, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
]

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

/**
 * Reads the built portal into memory (some megabytes): requests look names up in a map and never touch the disk, so
 * that no path leads out of the folder. Empty when the portal is not built; files of unknown type are left out.
 */
export function readPortalFiles(folder: string): PortalFiles {
  const files = new Map<string, PortalFile>()
  if (!existsSync(join(folder, START_PAGE))) return files
  for (const name of globSync('**/*', { cwd: folder })) {
    const path = join(folder, name)
    const type = TYPES[extname(name)]
    if (type !== undefined && statSync(path).isFile()) files.set(`/${name}`, readPortalFile(path, type, name.startsWith('assets/')))
  }
  return files
}

function readPortalFile(path: string, type: string, isHashed: boolean): PortalFile {
  const plain = readFileSync(path)
  const found = ENDINGS.filter(([, ending]) => existsSync(path + ending))
  const coded = Object.fromEntries(found.map(([coding, ending]) => [coding, readFileSync(path + ending)]))
  return { type, plain, coded, isHashed, etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"` }
}
