import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Chromium, RunningProduct } from '@klinke/testbed'
import type { Page } from 'playwright-core'
import { providePortal } from '../../scripts/build-portal.ts'
import type { Figure } from '../figure.ts'
import type { Log, Part } from '../part.ts'

const root = join(import.meta.dirname, '../..')
const LOADS = 10
/** Chromium's own brake: each step of the page takes so many times longer. */
const SLOWER = 4
const AT_MOST_MS = 1_500
const AT_MOST_KIB = 250

/** Cold loads over loopback with a slowed processor: from the address to the first screen that can be used. */
export const portal: Part = {
  name: 'portal',
  async run(log) {
    await providePortal(log)
    await using product = await RunningProduct.start({ root, environment: { KLINKE_LOG_LEVEL: 'warn' } })
    await using chromium = await Chromium.start()
    const url = product.demo.portal
    const door = await loads(chromium, log, 'the door', async (page) => openDoor(page, url))
    const login = product.demo.logins.find(({ role }) => role === 'tenant')
    if (login === undefined) throw new Error('The demo has no login of an administrator.')
    const overview = await loads(chromium, log, 'the overview', async (page) => {
      await openDoor(page, url)
      await page.locator('input[type=email]').fill(login.email)
      await page.locator('input[type=password]').fill(login.password)
      await page.locator('button[type=submit]').click()
      await page.locator('header').waitFor()
      await forgetFiles(page)
      return measured(() => page.reload(), page, 'main h2')
    })
    return [
      { what: 'portal: cold load to the sign-in form, 4× slower processor, median', value: median(door), unit: 'ms', atMost: AT_MOST_MS },
      {
        what: 'portal: cold load to the overview with its figures, the same, median',
        value: median(overview),
        unit: 'ms',
        atMost: AT_MOST_MS,
      },
      await firstLoad(url),
    ]
  },
}

async function openDoor(page: Page, url: string): Promise<number> {
  return measured(() => page.goto(url), page, 'input[type=email]')
}

/** Milliseconds until `selector` is there, in a browser that knows nothing of us. */
async function loads(chromium: Chromium, log: Log, what: string, load: (page: Page) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = []
  for (let index = 0; index < LOADS; index++) {
    const page = await chromium.page({ serviceWorkers: 'block' })
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    times.push(await load(page))
    await page.context().close()
  }
  log(`  ${what}: ${times.map((time) => Math.round(time)).join(', ')} ms`)
  return times
}

async function measured(open: () => Promise<unknown>, page: Page, selector: string): Promise<number> {
  const start = performance.now()
  await Promise.all([open(), page.locator(selector).first().waitFor()])
  return performance.now() - start
}

async function forgetFiles(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
}

/** Scripts and styles that the page names, packed with gzip. */
async function firstLoad(url: string): Promise<Figure> {
  const page = await (await fetch(url)).text()
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(Buffer.from(await (await fetch(new URL(file, url))).arrayBuffer())).length),
  )
  const kib = sizes.reduce((sum, size) => sum + size, 0) / 1_024
  return { what: 'portal: scripts and styles of the first load, gzip', value: kib, unit: 'KiB', atMost: AT_MOST_KIB }
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
