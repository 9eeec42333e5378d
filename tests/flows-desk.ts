import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { RunningProduct } from '@klinke/testbed'

interface DemoTarget {
  readonly id: string
  readonly number: string
  readonly tenantId: string
}

/** Who sets up flows and what they lead to, by the REST API of a running product. */
export class FlowDesk {
  readonly #product: RunningProduct
  readonly #tenantId: string
  readonly #extensions: ReadonlyMap<string, string>

  private constructor(product: RunningProduct, extensions: readonly DemoTarget[]) {
    this.#product = product
    this.#tenantId = extensions[0]?.tenantId ?? ''
    this.#extensions = new Map(extensions.map(({ number, id }) => [number, id]))
  }

  static async open(product: RunningProduct): Promise<FlowDesk> {
    const { items } = (await product.get('/extensions')) as { readonly items: readonly DemoTarget[] }
    return new FlowDesk(product, items)
  }

  /** An extension of the demo customer as a destination. */
  extension(number: string): { readonly kind: 'extension'; readonly targetId: string } {
    return { kind: 'extension', targetId: this.#extensions.get(number) ?? '' }
  }

  /** Publishes a flow named like its internal number. `more`: what it has beside its blocks. */
  async publish(number: string, start: string, blocks: readonly object[], more: object = {}): Promise<string> {
    const id = await this.create('/flows', { name: number, number, draft: { start, blocks, ...more } })
    assert.equal((await this.#product.request('POST', `/flows/${id}/publish`, {})).status, 201)
    return id
  }

  async schedule(name: string, settings: object): Promise<{ readonly kind: 'schedule'; readonly targetId: string }> {
    return { kind: 'schedule', targetId: await this.create('/schedules', { name, ...settings }) }
  }

  /** Creates something of the demo customer's and gives its id. */
  async create(path: string, body: object): Promise<string> {
    const response = await this.#product.request('POST', path, { tenantId: this.#tenantId, ...body })
    const answer = (await response.json()) as { readonly id?: string }
    assert.equal(response.status, 201, JSON.stringify(answer))
    return answer.id ?? ''
  }

  async change(path: string, body: object): Promise<Record<string, unknown>> {
    const response = await this.#product.request('PATCH', path, body)
    const answer = (await response.json()) as Record<string, unknown>
    assert.equal(response.status, 200, JSON.stringify(answer))
    return answer
  }

  /** Uploads a WAV file in place of a prompt. */
  async upload(path: string, file: string): Promise<void> {
    const { url, key } = this.#product.demo.api
    const base = url.replace(/\/$/, '').replace(/\/api\/v1$/, '')
    const response = await fetch(`${base}/api/v1${path}?tenantId=${this.#tenantId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'audio/wav' },
      body: readFileSync(file),
    })
    assert.ok(response.ok, await response.text())
  }

  /** The steps of a call's record, as `step: detail`, one a line. */
  async route(recordId: string): Promise<string> {
    const { route } = (await this.#product.get(`/call-records/${recordId}`)) as {
      readonly route: readonly { readonly step: string; readonly detail: string }[]
    }
    return route.map(({ step, detail }) => `${step}: ${detail}`).join('\n')
  }
}
