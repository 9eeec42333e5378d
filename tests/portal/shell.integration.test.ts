import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Chromium, eventually } from '@klinke/testbed'
import type { Page, Route } from 'playwright-core'
import { webPhone } from '../support.ts'
import { faultsOf, PortalWorld, settled } from './support.ts'

const skip = Chromium.missing
let world: PortalWorld

before(async () => {
  if (!skip) world = await PortalWorld.start()
})
after(() => world?.[Symbol.asyncDispose]())

test('a wrong password is refused in words; the right one opens the portal, and signing out closes it', { skip }, async () => {
  const page = await world.visitor()
  const faults = faultsOf(page)
  await page.goto(world.url('/call-records'))
  const { email, password } = world.login('tenant')
  await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(email)
  await page.getByRole('textbox', { name: 'Kennwort' }).fill('not this one')
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByText('passen nicht zusammen').waitFor()
  await page.getByRole('textbox', { name: 'Kennwort' }).fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  await page.getByRole('heading', { name: 'Anruflisten' }).waitFor()
  assert.equal(await page.evaluate('document.cookie'), '')
  await page.getByRole('button', { name: 'Angemeldet' }).click()
  await page.getByRole('menuitem', { name: 'Abmelden' }).click()
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('language and colours are switched in the header, and stay after a reload', { skip }, async () => {
  const page = await world.signedIn('tenant')
  await page.getByRole('radiogroup', { name: 'Sprache' }).getByText('EN').click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.getByRole('button', { name: 'Dark mode' }).click()
  await page.reload()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  assert.equal(await page.locator('html').getAttribute('data-mantine-color-scheme'), 'dark')
  await page.context().close()
})

test('whoever prefers English is greeted in English, everybody else in German', { skip }, async () => {
  for (const [locale, heading] of [
    ['en-US', 'Sign in'],
    ['de-AT', 'Anmelden'],
    ['fr-FR', 'Anmelden'],
  ] as const) {
    const page = await world.visitor({ locale })
    await page.goto(world.url('/'))
    await page.getByRole('heading', { name: heading }).waitFor()
    await page.context().close()
  }
})

test('an operator chooses for whom an area of one customer is', { skip }, async () => {
  const page = await world.signedIn('operator')
  await page.getByRole('link', { name: 'Nebenstellen' }).click()
  await page.getByRole('heading', { name: 'Für welchen Kunden?' }).first().waitFor()
  await page.getByRole('combobox', { name: 'Kunde' }).click()
  await page.getByRole('option').first().click()
  await page.getByRole('link', { name: '10', exact: true }).waitFor()
  await page.context().close()
})

test('a user sees the own extension and no area of the administrator, not even by its address', { skip }, async () => {
  const page = await world.signedIn('user')
  await page.getByRole('heading', { name: world.login('user').name }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Nebenstellen' }).count(), 0)
  // All that there is for users is theirs: one part of the navigation, with phone books and recordings in it.
  const own = page.getByRole('navigation').getByRole('region')
  assert.equal(await own.count(), 1)
  await own.getByRole('link', { name: 'Telefonbücher' }).waitFor()
  await page.goto(world.url('/extensions'))
  await page.getByRole('heading', { name: 'Diese Seite gibt es nicht' }).first().waitFor()
  await page.context().close()
})

test('while the server is away the portal says so, and it goes on by itself when it is back', { skip }, async () => {
  const page = await world.signedIn('tenant')
  await settled(page)
  const cut = (route: Route): Promise<void> => route.abort()
  await page.route(/\/(api|health)\//, cut)
  await page.getByRole('link', { name: 'Nebenstellen' }).click()
  await page.getByText('Keine Verbindung zum Server').waitFor()
  await page.unroute(/\/(api|health)\//, cut)
  await page.getByText('Keine Verbindung zum Server').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '10', exact: true }).waitFor()
  await page.context().close()
})

test('a page follows what happens without asking: a phone registers, and an extension gets another name elsewhere', { skip }, async () => {
  const page = await world.signedIn('tenant')
  await page.goto(world.url('/extensions'))
  await page.getByText('Eva Leitung').waitFor()
  const { items } = (await world.product.get('/extensions')) as {
    readonly items: readonly { readonly id: string; readonly number: string }[]
  }
  const id = items.find(({ number }) => number === '14')?.id ?? ''
  await world.product.request('PATCH', `/extensions/${id}`, { name: 'Eva Neu' })
  await page.getByText('Eva Neu').waitFor()
  await page.getByRole('link', { name: 'Übersicht' }).click()
  const figure = page.getByText('Angemeldete Telefone').locator('..')
  await figure.getByText('0', { exact: true }).waitFor()
  await using _phone = await webPhone(world.product, '14')
  await figure.getByText('1', { exact: true }).waitFor()
  await page.context().close()
})

test('while no events arrive the portal says so, asks by itself, and follows again afterwards', { skip }, async () => {
  const page = await world.visitor()
  let isCut = true
  await page.routeWebSocket(/api\/v1\/events/, (socket) => {
    if (isCut) void socket.close()
    else socket.connectToServer()
  })
  await world.signIn(page, 'tenant')
  const notice = page.getByText('Änderungen kommen gerade nicht von selbst an')
  await notice.waitFor()
  await page.getByRole('heading', { name: 'Letzte Anrufe' }).waitFor()
  isCut = false
  await notice.waitFor({ state: 'detached', timeout: 40_000 })
  await page.context().close()
})

test('whoever has forgotten the password asks for a link; one that is no longer good says so', { skip }, async () => {
  const page = await world.visitor()
  await page.goto(world.url('/'))
  await page.getByRole('button', { name: 'Kennwort vergessen?' }).click()
  await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill('nobody@example.org')
  await page.getByRole('button', { name: 'Link anfordern' }).click()
  await page.getByText('ist die E-Mail unterwegs').waitFor()
  await page.goto(world.url('/reset-password#not-a-token'))
  await page.getByRole('textbox', { name: 'Neues Kennwort' }).fill('ein langes neues Kennwort')
  await page.getByRole('button', { name: 'Kennwort festlegen' }).click()
  await page.getByText('Dieser Link ist abgelaufen').waitFor()
  await page.getByRole('button', { name: 'Zur Anmeldung' }).click()
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor()
  await page.context().close()
})

test('whoever has a second factor proves it in a step of its own', { skip }, async () => {
  const page = await world.signedIn('user')
  const { email, password } = world.login('user')
  const { secret } = (await asked(page, '/me/totp', { password })) as { readonly secret: string }
  // A code opens once: the one of now confirms, that of the next half minute signs in.
  await asked(page, '/me/totp/confirm', { code: codeOf(secret, 0) })
  await page.getByRole('button', { name: 'Angemeldet' }).click()
  await page.getByRole('menuitem', { name: 'Abmelden' }).click()
  await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(email)
  await page.getByRole('textbox', { name: 'Kennwort' }).fill(password)
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click()
  const code = page.getByRole('textbox', { name: 'Code' })
  await code.fill('000000')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByText('Dieser Code ist falsch').waitFor()
  await code.fill(codeOf(secret, 1))
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('button', { name: 'Angemeldet' }).waitFor()
  await page.context().close()
})

/** A POST of the page itself, with its cookie. */
async function asked(page: Page, path: string, body: object): Promise<unknown> {
  const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return page.evaluate(`fetch('/api/v1${path}', ${JSON.stringify(options)}).then((response) => response.json())`)
}

/** What an authenticator shows so many half minutes from now (RFC 6238). */
function codeOf(secret: string, stepsLater: number): string {
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsLater))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('a list of ten thousand draws only what is in sight, and scrolls to its end', { skip }, async () => {
  const page = await world.signedIn('tenant')
  await page.route('**/api/v1/extensions?*', (route) =>
    route.fulfill({ json: pageOfMany(new URL(route.request().url()).searchParams.get('cursor')) }),
  )
  await page.goto(world.url('/extensions'))
  const frame = page.getByRole('region', { name: 'Nebenstellen' })
  await frame.getByRole('link', { name: '10000', exact: true }).waitFor()
  await eventually(
    'the last row',
    async () => {
      await scrollToEnd(page)
      return (await frame.getByRole('link', { name: '19999', exact: true }).count()) === 1
    },
    { deadlineMs: 60_000 },
  )
  assert.ok((await frame.getByRole('row').count()) < 60)
  await page.getByText('10.000 Einträge').waitFor()
  await page.context().close()
})

async function scrollToEnd(page: Page): Promise<void> {
  await page.evaluate(
    "(() => { const frame = document.querySelector('section[aria-label]:has(table)'); frame?.scrollTo(0, frame.scrollHeight) })()",
  )
}

const MANY = 10_000
const PAGE = 200

function pageOfMany(cursor: string | null): object {
  const first = Number(cursor ?? 0)
  const items = Array.from({ length: PAGE }, (_, index) => {
    const number = String(10_000 + first + index)
    return {
      id: number,
      tenantId: 't',
      number,
      name: `Anschluss ${number}`,
      sipUsername: number,
      outgoingNumber: null,
      createdAt: '2026-11-21T10:00:00Z',
    }
  })
  return { items, nextCursor: first + PAGE < MANY ? String(first + PAGE) : null }
}

test('what a caller claims to be called is shown as text', { skip }, async () => {
  const page = await world.signedIn('tenant')
  const faults = faultsOf(page)
  const claimed = '<img src=x onerror="window.hurt = true"><script>window.hurt = true</script>'
  const party = { tenantId: null, extensionId: null, number: '+4930123456', displayName: claimed }
  const record = {
    ...{
      id: 'x',
      tenantId: 't',
      direction: 'inbound',
      caller: party,
      called: party,
      answeredBy: null,
      startedAt: new Date().toISOString(),
    },
    ...{
      answeredAt: null,
      endedAt: null,
      cause: 'busy',
      sipStatus: 486,
      emergency: false,
      sipCallId: 'y',
      route: [],
      media: { caller: null, called: null },
    },
  }
  await page.route('**/api/v1/call-records?*', (route) => route.fulfill({ json: { items: [record], nextCursor: null } }))
  await page.goto(world.url('/call-records'))
  await page.getByText(claimed).first().waitFor()
  assert.equal(await page.evaluate('window.hurt'), undefined)
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('the service worker keeps hashed files and nothing else', { skip }, async () => {
  const page = await world.signedIn('tenant')
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  await page.goto(world.url('/extensions'))
  await settled(page)
  const kept = async (): Promise<readonly string[]> =>
    (await page.evaluate(
      "caches.open('klinke-assets').then((cache) => cache.keys()).then((requests) => requests.map(({ url }) => new URL(url).pathname))",
    )) as readonly string[]
  await eventually('files are kept', async () => (await kept()).length > 0)
  for (const path of await kept()) assert.match(path, /^\/assets\//)
  assert.deepEqual(await page.evaluate('caches.keys()'), ['klinke-assets'])
  await page.context().close()
})

test('on a phone the menu opens over the page and closes with the choice', { skip }, async () => {
  const page = await world.signedIn('tenant', { viewport: { width: 390, height: 844 } })
  await page.getByRole('button', { name: 'Menü öffnen' }).click()
  await page.getByRole('link', { name: 'Anruflisten' }).click()
  await page.getByRole('heading', { name: 'Anruflisten' }).waitFor()
  await page.getByRole('button', { name: 'Menü öffnen' }).waitFor()
  await page.context().close()
})
