/**
 * Builds the portal into apps/portal/dist when it is missing or older than its sources. `npm start` runs this first; a portal that
 * cannot be built keeps no telephone from working.
 */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const portal = join(root, 'apps/portal')
const dist = join(portal, 'dist')
/** Says from which sources the portal was built. */
const MARK = '.sources'
/** Smaller ones gain nothing. */
const WORTH_PACKING_OCTETS = 1_000

/** Builds the portal if it is not what its sources say. */
export async function providePortal(log: (line: string) => void): Promise<void> {
  const sources = hashOfSources()
  if (isBuiltFrom(sources)) return
  log('building the portal (once, some seconds) …')
  const folder = mkdtempSync(join(portal, '.dist-'))
  chmodSync(folder, 0o755)
  try {
    const { build } = await import('vite')
    await build({ configFile: join(portal, 'vite.config.ts'), logLevel: 'warn', build: { outDir: folder, emptyOutDir: false } })
    pack(folder)
    writeFileSync(join(folder, MARK), sources)
    replaceDist(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const names = globSync('{index.html,package.json,vite.config.ts,src/**/*,public/**/*}', { cwd: portal })
  for (const name of names.filter((file) => !file.includes('.test.')).sort()) {
    const path = join(portal, name)
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path))
  }
  return hash.digest('hex')
}

function isBuiltFrom(sources: string): boolean {
  const mark = join(dist, MARK)
  return existsSync(mark) && readFileSync(mark, 'utf8') === sources
}

/** Packs each file once here instead of with each request. */
function pack(folder: string): void {
  for (const name of globSync('**/*.{js,css,svg,webmanifest}', { cwd: folder })) {
    const path = join(folder, name)
    const plain = readFileSync(path)
    if (plain.length < WORTH_PACKING_OCTETS) continue
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(plain))
  }
}

/** Two that build at a time both leave a whole portal. */
function replaceDist(folder: string): void {
  const before = `${folder}-before`
  if (existsSync(dist)) renameSync(dist, before)
  renameSync(folder, dist)
  rmSync(before, { recursive: true, force: true })
}

if (import.meta.main) {
  await providePortal((line) => console.error(`klinke: ${line}`)).catch((error: unknown) => {
    console.error('klinke: the portal could not be built; everything else starts without it.', error)
    process.exitCode = 1
  })
}
