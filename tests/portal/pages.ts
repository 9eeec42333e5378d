import type { Page } from 'playwright-core'

/** A page that axe looks at, in both languages and colour schemes. */
export interface CheckedPage {
  readonly name: string
  readonly path: string
  /** Brings it into the state worth looking at: a tab, a dialogue, an error at a field. Finds things by role and place, since the language changes. */
  readonly open?: (page: Page) => Promise<void>
}

/** Pages of the customer's administrator. Each area adds its own; `{extension}` is the id of extension 10, `{flow}` that of a flow. */
export const ADMINISTRATOR_PAGES: readonly CheckedPage[] = [
  { name: 'overview', path: '/' },
  { name: 'extensions', path: '/extensions' },
  { name: 'extensions, some chosen', path: '/extensions', open: (page) => page.locator('tbody input[type=checkbox]').first().check() },
  { name: 'extensions, the mouse on a row', path: '/extensions', open: (page) => page.locator('tbody a').first().hover() },
  { name: 'new extension, with errors', path: '/extensions/new', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'new extension, and what is next', path: '/extensions/new', open: createExtension },
  { name: 'import of extensions', path: '/extensions/import' },
  { name: 'import of extensions: a table with errors', path: '/extensions/import', open: checkTable },
  { name: 'extension', path: '/extensions/{extension}' },
  { name: 'extension: calls', path: '/extensions/{extension}', open: openCalls },
  { name: 'extension: voicemail', path: '/extensions/{extension}', open: (page) => page.getByRole('tab').nth(3).click() },
  { name: 'extension: callbacks', path: '/extensions/{extension}', open: (page) => page.getByRole('tab').nth(4).click() },
  { name: 'recordings', path: '/recordings' },
  { name: 'data protection', path: '/privacy' },
  {
    name: 'data protection: consents, with errors',
    path: '/privacy',
    open: (page) => page.locator('main button[type=submit]').last().click(),
  },
  { name: 'data protection: a request', path: '/privacy', open: openPrivacyRequest },
  { name: 'my data', path: '/own-data', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'extension: devices', path: '/extensions/{extension}', open: (page) => page.getByRole('tab').last().click() },
  { name: 'deletion of an extension, the mouse on the button', path: '/extensions/{extension}', open: openDeletionOfExtension },
  { name: 'call flows', path: '/flows' },
  { name: 'new call flow, with errors', path: '/flows/new', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'call flow', path: '/flows/{flow}', open: (page) => page.locator('.react-flow__node-block').first().waitFor() },
  { name: 'call flow: a block', path: '/flows/{flow}', open: (page) => page.locator('.react-flow__node-block').first().click() },
  {
    name: 'call flow: as a list',
    path: '/flows/{flow}',
    open: (page) => page.locator('main .mantine-SegmentedControl-label').nth(1).click(),
  },
  { name: 'call flow: settings', path: '/flows/{flow}', open: (page) => page.getByRole('tab').nth(1).click() },
  { name: 'call flow: to do', path: '/flows/{flow}', open: (page) => page.getByRole('tab').nth(2).click() },
  { name: 'call flow: tried', path: '/flows/{flow}', open: tryFlow },
  { name: 'call flow: examples', path: '/flows/{flow}', open: (page) => page.getByRole('tab').nth(4).click() },
  { name: 'call flow: compared', path: '/flows/{flow}', open: compareFlow },
  { name: 'call records', path: '/call-records' },
  { name: 'contract', path: '/contract' },
  { name: 'own orders', path: '/orders' },
  { name: 'contracts to be changed by an order', path: '/orders/change' },
  { name: 'own order', path: '/orders/{ownOrder}' },
  { name: 'change of a contract by an order', path: '/orders/change/{contract}' },
  { name: 'move of a site by an order', path: '/orders/move/{contract}' },
  { name: 'move into another Ortsnetz', path: '/orders/move/{contract}', open: leaveOrtsnetz },
  { name: 'reports', path: '/reports' },
  { name: 'reports: by time', path: '/reports', open: openCallsByTime },
  { name: 'calls now', path: '/calls' },
  { name: 'use of lines', path: '/use-of-lines' },
  { name: 'limit of an extension', path: '/use-of-lines/limits/{extension}' },
  { name: 'registered phones', path: '/registrations' },
  { name: 'refused registrations', path: '/calls/refused' },
  { name: 'numbers', path: '/numbers' },
  { name: 'invoices', path: '/invoices' },
  { name: 'invoice with a debit', path: '/invoices/{invoice}' },
  { name: 'recipient of invoices', path: '/invoices/recipient' },
  { name: 'objections', path: '/objections' },
  { name: 'calls behind a line of an invoice', path: '/itemised-bills/{invoice}/lines/1' },
  {
    name: 'a call, and the rule that priced it',
    path: '/itemised-bills/{invoice}/lines/1',
    open: (page) => page.locator('tbody a').first().click(),
  },
  { name: 'itemised bill', path: '/itemised-bills/{invoice}' },
  { name: 'itemised bills', path: '/itemised-bills' },
  { name: 'kind of itemised bills, with errors', path: '/itemised-bills/settings', open: declaresNothing },
  { name: 'number', path: '/numbers', open: (page) => page.locator('tbody a').first().click() },
  { name: 'caller numbers', path: '/caller-numbers' },
  { name: 'new caller number, with errors', path: '/caller-numbers/new', open: withErrors },
  { name: 'availability', path: '/availability' },
  { name: 'direct debit, with errors', path: '/direct-debit', open: withErrors },
  { name: 'directory entries', path: '/directory-entries' },
  { name: 'directory entry', path: '/directory-entries/{entry}' },
  { name: 'new directory entry, with errors', path: '/directory-entries/new', open: enterNumber },
  { name: 'portings', path: '/portings' },
  { name: 'porting', path: '/portings/{porting}' },
  { name: 'new porting, with errors', path: '/portings/new', open: withErrors },
  { name: 'credit', path: '/credit' },
  { name: 'sites', path: '/sites' },
  { name: 'new site, with errors', path: '/sites/new', open: withErrors },
  { name: 'site', path: '/sites', open: (page) => page.locator('tbody a').first().click() },
  { name: 'trunks', path: '/trunks' },
  { name: 'trunk', path: '/trunks/{trunk}' },
  { name: 'trunk at fixed addresses, and what a change means', path: '/trunks/{fixedTrunk}', open: movePbx },
  { name: 'outage of the PBX, with errors', path: '/trunks/{trunk}/outage', open: announceNothing },
  { name: 'tickets', path: '/tickets' },
  { name: 'new ticket, with errors', path: '/tickets/new', open: withErrors },
  { name: 'ticket', path: '/tickets', open: (page) => page.locator('tbody a').first().click() },
  { name: 'own call tracing', path: '/trace-orders' },
  { name: 'own order to trace calls', path: '/trace-orders/{order}' },
  { name: 'ring groups', path: '/ring-groups' },
  { name: 'new ring group, with errors', path: '/ring-groups/new', open: withErrors },
  { name: 'ring group', path: '/ring-groups', open: (page) => page.locator('tbody a').first().click() },
  { name: 'queues', path: '/queues' },
  { name: 'new queue, with errors', path: '/queues/new', open: withErrors },
  { name: 'new queue: where else', path: '/queues/new', open: openElsewhere },
  { name: 'queue', path: '/queues/new', open: createFirst },
  { name: 'conference room', path: '/conference-rooms/new', open: createFirst },
  { name: 'conference rooms', path: '/conference-rooms' },
  { name: 'new conference room, with errors', path: '/conference-rooms/new', open: withErrors },
  { name: 'schedules', path: '/schedules' },
  { name: 'new schedule, with errors', path: '/schedules/new', open: openException },
  {
    name: 'outbound rules, with errors',
    path: '/outbound-rules',
    open: (page) => page.locator('main button[type=submit]').first().click(),
  },
  { name: 'cost guard', path: '/cost-guard' },
  { name: 'spam protection', path: '/spam-protection' },
  { name: 'outbound rules of an extension', path: '/outbound-rules/extensions/{extension}', open: openHours },
  { name: 'announcements', path: '/announcements' },
  { name: 'new announcement, with errors', path: '/announcements/new', open: withErrors },
  { name: 'announcement', path: '/announcements/new', open: createFirst },
  { name: 'logins', path: '/logins' },
  { name: 'new login, with errors', path: '/logins/new', open: openRights },
  { name: 'login', path: '/logins', open: (page) => page.locator('tbody a').first().click() },
  { name: 'consents', path: '/consents' },
  { name: 'API keys', path: '/api-keys' },
  { name: 'new API key, with errors', path: '/api-keys/new', open: withErrors },
  { name: 'webhooks', path: '/webhooks' },
  { name: 'new webhook, with errors', path: '/webhooks/new', open: withErrors },
  { name: 'settings', path: '/settings' },
  { name: 'settings: sign-in', path: '/settings', open: openSignOn },
  { name: 'feature codes', path: '/feature-codes' },
  { name: 'codes of a feature', path: '/feature-codes', open: opensDialog },
  { name: 'music and voice', path: '/sounds' },
  { name: 'recording and storage, with errors', path: '/recording', open: openRule },
  { name: 'operator and secretaries, with errors', path: '/operator-position', open: openOperator },
  { name: 'pickup and parking', path: '/pickup-and-park', open: (page) => page.locator('main section button').first().click() },
  { name: 'page groups', path: '/paging' },
  { name: 'new page group, with errors', path: '/paging/new', open: withErrors },
  { name: 'extension: intercom', path: '/extensions/{extension}', open: openIntercom },
  { name: 'phone books', path: '/phone-books' },
  { name: 'phone books: colleagues', path: '/phone-books', open: openColleagues },
  { name: 'new phone book, with errors', path: '/phone-books/new', open: withErrors },
  { name: 'new contact, with errors', path: '/phone-books/{extension}/new', open: withErrors },
  { name: 'import of contacts', path: '/phone-books/{extension}/import', open: tryContacts },
  { name: 'providers', path: '/own-carriers' },
  { name: 'new provider, with errors', path: '/own-carriers/new', open: withErrors },
  { name: 'no such page', path: '/nowhere' },
]

/** Pages that the operator sees otherwise, or alone. */
export const OPERATOR_PAGES: readonly CheckedPage[] = [
  { name: 'spam protection, with the list', path: '/spam-protection' },
  { name: 'overview', path: '/' },
  { name: 'extensions before a customer is chosen', path: '/extensions' },
  { name: 'customers', path: '/customers' },
  {
    name: 'data protection of all customers, with errors',
    path: '/privacy',
    open: (page) => page.locator('main button[type=submit]').click(),
  },
  { name: 'files for the directory publisher', path: '/directory-exports' },
  { name: 'payments', path: '/payments' },
  { name: 'orders', path: '/orders' },
  { name: 'new order, with errors', path: '/orders/new', open: (page) => page.locator('main button').last().click() },
  { name: 'new order: the product', path: '/orders/new', open: enterProduct },
  { name: 'order that has stopped, to be amended', path: '/orders/{stoppedOrder}', open: (page) => mendTask(page, 0) },
  { name: 'order that has stopped, to be skipped', path: '/orders/{stoppedOrder}', open: (page) => mendTask(page, 1) },
  { name: 'porting, and what is next', path: '/portings/{porting}' },
  { name: 'maintenance and incidents, with both forms', path: '/service-state', open: openServiceForms },
  { name: 'stock of numbers, with errors', path: '/orders/stock', open: withErrors },
  { name: 'invoice runs', path: '/invoice-runs' },
  { name: 'new invoice run, with errors', path: '/invoice-runs/new', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'issuer of invoices', path: '/invoice-runs/issuer' },
  { name: 'delivery of invoices, and bookings', path: '/invoice-runs/deliveries' },
  { name: 'new customer, with errors', path: '/customers/new', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'customer, and its contract', path: '/customers', open: openContract },
  { name: 'deletion of a customer', path: '/customers', open: openDeletion },
  { name: 'new trunk, with errors', path: '/trunks/new', open: sellNothing },
  { name: 'trunk, to be changed', path: '/trunks/{trunk}', open: workForFirst },
  { name: 'costs of calls', path: '/call-costs' },
  { name: 'objections of all customers', path: '/objections' },
  { name: 'invoice, and what the operator does with it', path: '/invoices/{invoice}', open: workForFirst },
  { name: 'calls behind a line, for the operator', path: '/call-costs/invoices/{invoice}/lines/1' },
  { name: 'lines for people in need, with errors', path: '/counselling-lines', open: withErrors },
  { name: 'change of a line for people in need', path: '/counselling-lines', open: opensDialog },
  { name: 'a month rated anew', path: '/call-costs/anew', open: askForMonth },
  { name: 'tariffs of a customer', path: '/call-costs/tariff' },
  { name: 'product profiles', path: '/product-profiles' },
  { name: 'load a product profile, with errors', path: '/product-profiles/new', open: withErrors },
  { name: 'tariffs', path: '/tariffs' },
  { name: 'new tariff, with errors', path: '/tariffs/new', open: withErrors },
  { name: 'version of a tariff', path: '/tariffs', open: (page) => page.locator('main tbody a').first().click() },
  { name: 'draft of a tariff', path: '/tariffs', open: (page) => openDraft(page, 0) },
  { name: 'draft of a tariff: rules, with faults', path: '/tariffs', open: (page) => openDraft(page, 1) },
  { name: 'draft of a tariff: new bundle, with errors', path: '/tariffs', open: openBundle },
  { name: 'draft of a tariff: a zone with faults', path: '/tariffs', open: openZone },
  { name: 'draft of a tariff: table with faults', path: '/tariffs', open: readPrices },
  { name: 'draft of a tariff: tried, with errors', path: '/tariffs', open: tryTariff },
  { name: 'draft of a tariff: check', path: '/tariffs', open: (page) => openDraft(page, 4) },
  { name: 'draft of a tariff: differences', path: '/tariffs', open: (page) => openDraft(page, 5) },
  { name: 'draft of a tariff: publication', path: '/tariffs', open: (page) => openDraft(page, 6) },
  { name: 'carriers', path: '/carriers' },
  { name: 'new carrier, with errors', path: '/carriers/new', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'carrier, and what differs from its profile', path: '/carriers', open: openProfile },
  { name: 'prices of a carrier', path: '/carriers/{carrier}/prices' },
  { name: 'new price, with errors', path: '/carriers/{carrier}/prices/new', open: withErrors },
  { name: 'import of prices: a table with errors', path: '/carriers/{carrier}/prices/import', open: checkPrices },
  { name: 'routes, and the way of a number', path: '/carriers/routing', open: askRoute },
  { name: 'new rule for carriers, with errors', path: '/carriers/routing/new', open: withErrors },
  { name: 'tickets, and what falls due first', path: '/tickets' },
  { name: 'ticket, and how it is handled', path: '/tickets', open: (page) => page.locator('tbody a').first().click() },
  { name: 'mail without a ticket', path: '/tickets/mails' },
  { name: 'call tracing', path: '/trace-orders' },
  { name: 'new call tracing, with errors', path: '/trace-orders/new', open: sellNothing },
  { name: 'order to trace calls, with errors', path: '/trace-orders/{order}', open: withErrors },
  { name: 'health', path: '/node' },
  { name: 'traffic', path: '/traffic' },
  { name: 'use of lines by customers', path: '/use-of-lines' },
  { name: 'audit log', path: '/audit-log' },
  { name: 'an entry of the audit log', path: '/audit-log', open: opensDialog },
]

/** Pages of a user: the own extension. */
export const USER_PAGES: readonly CheckedPage[] = [
  { name: 'cockpit', path: '/' },
  { name: 'own calls', path: '/own-calls' },
  { name: 'my data', path: '/own-data', open: (page) => page.locator('main button[type=submit]').click() },
  { name: 'what happens to calls', path: '/call-path', open: (page) => addCallParts(page) },
  { name: 'what happens to calls: a part', path: '/call-path', open: (page) => page.locator('main li button').first().click() },
  { name: 'voicemail', path: '/voicemail', open: setUpMailbox },
  { name: 'voicemail: greetings', path: '/voicemail', open: (page) => page.getByRole('tab').nth(1).click() },
  { name: 'voicemail: settings', path: '/voicemail', open: (page) => page.getByRole('tab').nth(2).click() },
  { name: 'own recordings', path: '/recordings' },
  { name: 'own phone book', path: '/phone-books' },
  { name: 'own login', path: '/own-login' },
  {
    name: 'own login: the password is asked for',
    path: '/own-login',
    open: (page) => page.locator('main section').nth(2).locator('button').first().click(),
  },
  { name: 'notifications', path: '/notifications' },
  { name: 'own phones', path: '/own-phones', open: (page) => page.locator('main button[type=submit]').last().click() },
  { name: 'telephone, switched off', path: '/phone', open: (page) => switchPhone(page, false) },
  { name: 'telephone', path: '/phone', open: (page) => switchPhone(page, true) },
]

/** The addresses of a PBX, changed as far as to what that would do. */
async function movePbx(page: Page): Promise<void> {
  const fields = page.locator('main form').first().locator('input')
  await fields.first().fill('192.0.2.77')
  await page.locator('main form button[type=submit]').first().click()
  await page.locator('main .mantine-Alert-root').waitFor()
}

/** The operator's customer is the first one, unless one is chosen already. */
async function workForFirst(page: Page): Promise<void> {
  if ((await page.locator('main form').count()) === 0) {
    await page.locator('header input[role=combobox], header .mantine-Select-input').first().click()
    await page.getByRole('option').first().click()
  }
  await page.locator('main form').first().waitFor()
}

/** For the first customer, with what is required missing. */
async function sellNothing(page: Page): Promise<void> {
  await workForFirst(page)
  await withErrors(page)
}

/** Of the first number, with errors at the name. */
async function enterNumber(page: Page): Promise<void> {
  await page.locator('main input').first().click()
  await page.getByRole('option').first().click()
  await page.locator('main form').waitFor()
  await page.locator('main form input[maxlength="100"]').first().fill('')
  await withErrors(page)
}

/** A month in which nobody called. */
async function askForMonth(page: Page): Promise<void> {
  await page.locator('main button[type=submit]').click()
  await page.getByRole('progressbar').waitFor()
}

/** The first site, with an area code that is not its own. */
async function leaveOrtsnetz(page: Page): Promise<void> {
  await page.locator('main input').first().click()
  await page.getByRole('option').first().click()
  await page.locator('main input[maxlength="6"]').fill('30')
  await page.locator('main .mantine-NumberInput-input').first().waitFor()
}

/** The third step of the wizard, with a product. */
async function enterProduct(page: Page): Promise<void> {
  for (const needed of [8, 4]) {
    const fields = page.locator('main input:not([type=hidden])[required]')
    await fields.nth(needed - 1).waitFor()
    for (let index = 0; index < needed; index += 1) await fields.nth(index).fill('221')
    await page.locator('main button').last().click()
  }
  await page.locator('main input').first().click()
  await page.getByRole('option').first().click()
  await page.locator('main .mantine-NumberInput-input').first().waitFor()
}

/** Its alert, with the form of one of its buttons sent as it is. */
async function mendTask(page: Page, button: number): Promise<void> {
  const alert = page.locator('main section [role=status]').first()
  await alert.locator('button').nth(button).click()
  await alert.locator('form button[type=submit]').click()
}

/** Asks for the declaration without filling it in. */
async function declaresNothing(page: Page): Promise<void> {
  await page.locator('main button[type=submit]').last().click()
}

/** Sent as it is, with what is required missing. */
async function withErrors(page: Page): Promise<void> {
  await page.locator('main button[type=submit]').click()
}

/** The draft that `furnishTariffs` has made, with one of its tabs. */
async function openDraft(page: Page, tab: number): Promise<void> {
  await page.locator('main a[href*="/tariffs/drafts/"]').first().click()
  await page.getByRole('tab').nth(tab).click()
}

async function openBundle(page: Page): Promise<void> {
  await openDraft(page, 1)
  await page.locator('main a[href$="/bundles"]').click()
  await withErrors(page)
}

async function openZone(page: Page): Promise<void> {
  await openDraft(page, 4)
  await page.locator('main tbody a').first().click()
  await page.locator('main form').first().waitFor()
}

/** A table whose rows cannot be read. */
async function readPrices(page: Page): Promise<void> {
  await openDraft(page, 2)
  const buffer = Buffer.from('Zone;Je Minute\nNicht da;1\n')
  await page.locator('main input[type=file]').first().setInputFiles({ name: 'preise.csv', mimeType: 'text/csv', buffer })
  await page.locator('main table').waitFor()
}

async function tryTariff(page: Page): Promise<void> {
  await openDraft(page, 3)
  await withErrors(page)
}

/** A file with one row that is understood and one that is not. */
async function tryContacts(page: Page): Promise<void> {
  const buffer = Buffer.from('Name;Telefon\nAnna Albers;0221 1234\nFehler;keine\n')
  await page.locator('main input[type=file]').setInputFiles({ name: 'kontakte.csv', mimeType: 'text/csv', buffer })
  await page.locator('main table').nth(1).waitFor()
}

/** Under a number of its own in each run. */
/** A deletion that waits: with its preview, the answer and the extension, each field wrong. */
async function openPrivacyRequest(page: Page): Promise<void> {
  await page.locator('main select').first().selectOption('deletion')
  await page.locator('main button[type=submit]').first().click()
  await page.locator('main td a').first().click()
  await page.locator('main form select').first().selectOption('refused')
  for (const button of await page.locator('main button[type=submit]').all()) await button.click()
}

async function createExtension(page: Page): Promise<void> {
  const fields = page.locator('main form input')
  await fields.first().fill(String(200_000 + (Date.now() % 700_000)))
  await fields.nth(1).fill('Axe')
  await page.locator('main button[type=submit]').click()
  await page.locator('main').getByRole('img').first().waitFor()
}

/** The extensions of the company, as a phone book. */
async function openColleagues(page: Page): Promise<void> {
  await page.locator('main input[role=combobox], main .mantine-Select-input').first().click()
  await page.getByRole('option').last().click()
  await page.locator('main tbody tr').first().waitFor()
}

/** Named and created; each run under a name of its own. */
async function createFirst(page: Page): Promise<void> {
  await page.locator('main input').first().fill(`Axe ${Date.now()}`)
  await page.locator('main button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/new'))
}

/** The last step, with a destination that is not chosen yet. */
async function openElsewhere(page: Page): Promise<void> {
  await page.locator('.mantine-Stepper-step').last().click()
  await page.getByRole('switch').first().check({ force: true })
}

/** With a Land, an exception, and the errors of what is not filled in. */
async function openException(page: Page): Promise<void> {
  await page.getByRole('combobox').first().click()
  await page.getByRole('option').first().click()
  await page.locator('main button[type=button]:has-text("hinzufügen"), main button[type=button]:has-text("Add")').first().click()
  await withErrors(page)
}

/** With another class at times, and the errors of what is not filled in. */
async function openHours(page: Page): Promise<void> {
  await page.getByRole('switch').first().check({ force: true })
  await page.locator('main button[type=submit]').first().click()
}

/** Area by area, with the errors of what is not filled in. */
async function openRights(page: Page): Promise<void> {
  await page.locator('main').getByRole('radio').nth(3).check()
  await withErrors(page)
}

/** Single sign-on with the errors of what is not filled in. */
async function openSignOn(page: Page): Promise<void> {
  await page.getByRole('tab').last().click()
  await page.locator('main section').last().locator('button').first().click()
  await withErrors(page)
}

/** A rule of recording with the errors of what is not filled in. */
async function openRule(page: Page): Promise<void> {
  await page.locator('main section').nth(1).locator('button').last().click()
  await page.locator('main section').nth(1).locator('button[type=submit]').click()
}

/** The fields of the operators with the errors of what is not filled in. */
async function openOperator(page: Page): Promise<void> {
  await page.locator('main section').first().locator('button').first().click()
  await withErrors(page)
}

/** With some extensions to be named. */
async function openIntercom(page: Page): Promise<void> {
  await page.getByRole('tab').nth(2).click()
  await page.locator('main').getByRole('radio').nth(1).check()
}

/** It stays as it was in this browser; the first button of the page switches it. */
async function switchPhone(page: Page, on: boolean): Promise<void> {
  const isOn = await page.evaluate<boolean>(`JSON.parse(localStorage.getItem('klinke.web-phone') ?? '{}').isOn === true`)
  if (isOn !== on) await page.locator('main button').first().click()
  await page
    .getByRole('group')
    .first()
    .waitFor({ state: on ? 'visible' : 'detached' })
}

/** With one of each: a forwarding, somebody who rings too, and the errors of what is not filled in. */
async function openCalls(page: Page): Promise<void> {
  await page.getByRole('tab').nth(1).click()
  await addCallParts(page)
}

async function addCallParts(page: Page): Promise<void> {
  const add = page.locator('main button[type=button]:has-text("hinzufügen"), main button[type=button]:has-text("Add")')
  for (const index of [0, 1, 2]) await add.nth(index).click()
  await page.locator('main button[type=submit]').click()
}

/** Where there is none yet. */
async function setUpMailbox(page: Page): Promise<void> {
  const begin = page.locator('main button').filter({ hasText: /einrichten|Set up/ })
  await begin.or(page.getByRole('tab').first()).first().waitFor()
  if (await begin.isVisible()) await begin.click()
  await page.getByRole('tab').first().waitFor()
}

/** A call through the flow, its way lit up. */
async function tryFlow(page: Page): Promise<void> {
  await page.getByRole('tab').nth(3).click()
  await page.locator('main form button[type=submit]').click()
  await page.locator('main ol li').first().waitFor()
}

/** The draft beside its published version. */
async function compareFlow(page: Page): Promise<void> {
  await page.getByRole('tab').nth(5).click()
  await page.locator('[data-version] button').first().click()
}

/** Asked whether it is meant. */
async function openDeletionOfExtension(page: Page): Promise<void> {
  await page.locator('main button').first().click()
  await page.getByRole('dialog').getByRole('button').last().hover()
}

/** Of the first customer, with what would be lost. */
async function openDeletion(page: Page): Promise<void> {
  await page.locator('tbody a').first().click()
  await page.locator('main input').first().waitFor()
  await page.locator('main button').nth(1).click()
  await page.getByRole('dialog').locator('ul').waitFor()
}

/** An announcement is to be played, and none is chosen. */
async function announceNothing(page: Page): Promise<void> {
  await page.locator('main').getByRole('radio').nth(1).check()
  await withErrors(page)
}

/** Of the first customer, with a rate of its own that is missing. */
async function openContract(page: Page): Promise<void> {
  await page.locator('tbody a').first().click()
  await page.locator('main section [role=status]').waitFor()
  await page.locator('main section .mantine-Select-input').first().click()
  await page.getByRole('option').last().click()
  await page.locator('main section button[type=submit]').click()
}

/** The first carrier, with all in which it could be otherwise. */
async function openProfile(page: Page): Promise<void> {
  await page.locator('tbody a').first().click()
  await page.locator('main section button[aria-expanded=false]').click()
  await page.locator('main section form').waitFor()
}

/** A price list with a row that is wrong. */
async function checkPrices(page: Page): Promise<void> {
  const table = 'Vorwahl;Preis je Minute\n+49;0,01\nSatellit;5\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'Axe.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.locator('main fieldset table').first().waitFor()
}

async function askRoute(page: Page): Promise<void> {
  await page.locator('main input').first().fill('+493012345')
  await page.locator('main button[type=submit]').click()
  await page.locator('main [role=status] ol li').first().waitFor()
}

/** A table with a row that is wrong, and the ways to set it right. */
async function checkTable(page: Page): Promise<void> {
  const table = 'Nebenstelle;Name;Irgendwas\n6101;Erste;a\n110;Notruf;b\n'
  await page.locator('input[type=file]').setInputFiles({ name: 'Axe.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.locator('main tbody input[type=checkbox]').first().check()
}

async function openCallsByTime(page: Page): Promise<void> {
  await page.locator('main input[role=combobox], main input[aria-haspopup=listbox]').first().click()
  await page.getByRole('option').nth(1).click()
  await page.locator('main input[type=date]').first().waitFor()
}

async function opensDialog(page: Page): Promise<void> {
  await page.locator('tbody button').first().click()
  await page.getByRole('dialog').waitFor()
}

/** The forms of a maintenance and of an incident. */
async function openServiceForms(page: Page): Promise<void> {
  const sections = page.locator('#content section')
  await sections.nth(0).getByRole('button').last().click()
  await sections.nth(1).getByRole('button').last().click()
}
