import type { Page } from 'playwright-core'
import type { Sound } from '../../audio/goertzel.ts'
import { browserScript } from './browser-script.ts'

/** What a page with WebRTC hears, whatever its own scripts do with it. */
export class PageEar {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  /** Before the page is opened. */
  static async attach(page: Page): Promise<PageEar> {
    await page.addInitScript({ content: await browserScript('page-ear-script.ts') })
    return new PageEar(page)
  }

  /** What it hears from now on, over the connection that it made last. */
  async listen(milliseconds: number): Promise<Sound> {
    type Heard = { readonly samples: readonly number[]; readonly sampleRateHz: number }
    const { samples, sampleRateHz } = await this.#page.evaluate<Heard>(`ear.listen(${milliseconds})`)
    return { samples: Float32Array.from(samples), sampleRateHz }
  }
}
