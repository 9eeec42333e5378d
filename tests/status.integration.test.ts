/** The exchange probes itself, as it is started by a user: by a registration, a call to its echo, its web server and its carriers. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually, RunningProduct } from '@klinke/testbed'
import { root } from './support.ts'

interface Status {
  readonly state: string
  readonly components: readonly {
    readonly component: string
    readonly state: string
    readonly days: readonly { readonly outageMinutes: number | null }[]
  }[]
}

let product: RunningProduct
before(async () => {
  product = await RunningProduct.start({ root, environment: { KLINKE_PROBE_SECONDS: '1' } })
})
after(() => product?.[Symbol.asyncDispose]())

async function status(): Promise<Status> {
  const answer = await fetch(new URL('/status.json', product.demo.portal))
  return (await answer.json()) as Status
}

const shown = ({ component, state }: Status['components'][number]): string => `${component}: ${state}`

test('SLA-01: registration, calls, what is heard, portal and carriers are found to work, and nobody sees the calls', async () => {
  const all = async (): Promise<boolean> => {
    const { state, components } = await status()
    return state === 'works' && components.every((part) => part.state === 'works')
  }
  await eventually('everything is measured and works', all, {
    deadlineMs: 60_000,
    shown: async () => (await status()).components.map(shown),
  })
  const { items } = (await product.get('/registrations')) as { readonly items: readonly unknown[] }
  assert.deepEqual(items, [])
  const records = (await product.get('/call-records')) as { readonly items: readonly unknown[] }
  assert.deepEqual(records.items, [])
})

test('the status page is open to everybody, in the language of the browser, without scripts', async () => {
  const german = await fetch(new URL('/status', product.demo.portal), { headers: { 'accept-language': 'de' } })
  assert.equal(german.status, 200)
  assert.match(german.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'nonce-/)
  const page = await german.text()
  assert.match(page, /<h1>Zustand der Telefonanlage<\/h1>/)
  assert.doesNotMatch(page, /<script/)
  const english = await fetch(new URL('/status', product.demo.portal), { headers: { 'accept-language': 'en' } })
  assert.match(await english.text(), /State of the exchange/)
})
