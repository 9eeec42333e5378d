import { join } from 'node:path'
import { Chromium, type ChromiumOptions, type DemoLogin, RunningProduct } from '@klinke/testbed'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { providePortal } from '../../scripts/build-portal.ts'

export const root = join(import.meta.dirname, '../..')

/** A running product with the portal of these sources, and a browser. */
export class PortalWorld implements AsyncDisposable {
  readonly product: RunningProduct
  readonly chromium: Chromium

  private constructor(product: RunningProduct, chromium: Chromium) {
    this.product = product
    this.chromium = chromium
  }

  static async start(browser: ChromiumOptions = {}, environment: Readonly<Record<string, string>> = {}): Promise<PortalWorld> {
    await providePortal(() => undefined)
    const product = await RunningProduct.start({ root, environment })
    return new PortalWorld(product, await Chromium.start(browser))
  }

  /** The address of a page of the portal. */
  url(path: string): string {
    return new URL(path, this.product.demo.portal).href
  }

  login(role: DemoLogin['role']): DemoLogin {
    const found = this.product.demo.logins.find((login) => login.role === role)
    if (found === undefined) throw new Error(`demo.json has no login of the role ${role}.`)
    return found
  }

  /** A browser of its own, in German unless said otherwise, with somebody signed in and the overview open. */
  async signedIn(role: DemoLogin['role'], options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.visitor(options)
    await this.signIn(page, role)
    return page
  }

  /** `origin`: another way to the same server. */
  async signIn(page: Page, role: DemoLogin['role'], origin = this.url('/')): Promise<void> {
    await page.goto(origin)
    const { email, password } = this.login(role)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()
    await page.locator('header').waitFor()
  }

  /** A browser of its own with nobody signed in. Nothing moves in it: what is closed is gone, and nothing is there twice. */
  visitor(options: BrowserContextOptions = {}): Promise<Page> {
    return this.chromium.page({ locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.chromium[Symbol.asyncDispose]()
    await this.product[Symbol.asyncDispose]()
  }
}

/** What went wrong in a page, as it happens: uncaught errors, and what the content security policy forbade. That the server said no is no fault. */
export function faultsOf(page: Page): readonly string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  return faults
}

/** Evaluates to what settles when the browser has drawn what is there now. */
const DRAWN = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))'

/**
 * Leads from page to page as the portal's own links do, without loading the portal anew, which takes most of a page's time. By way of a page that
 * does not exist: what was opened or typed before is gone, also where the same page is opened again. The mouse is on nothing.
 */
export async function walkTo(page: Page, path: string): Promise<void> {
  for (const each of ['/nowhere', path]) await page.evaluate(`history.pushState(null, '', ${JSON.stringify(each)}); ${DRAWN}`)
  await page.mouse.move(0, 0)
}

/** Waits until a page is whole: its heading is there, and nothing is still being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('.mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'detached' })
  // A dialogue gets its name a moment after it is drawn.
  await page.locator('[role=dialog]:not([aria-labelledby]):not([aria-label])').first().waitFor({ state: 'detached' })
}
