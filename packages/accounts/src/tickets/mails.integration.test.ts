/** Mail about tickets: out to a mail server that really receives, in from a Maildir; the clock is a virtual one. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { accountsMigrations } from '../migrations.ts'
import { ANNA, FAULT, mailDesk } from './test-support/mail-desk.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

test('SLA-04: the number stands in the subject, mail is threaded, and an answer by mail is said in the ticket and lets it go on', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, clock, comes, round, address } = running
  const path = `/tickets/${String((await customer('POST', '/tickets', FAULT)).body.id)}`
  const first = await round()
  assert.deepEqual(first.map(({ to }) => to).toSorted(), [ANNA, 'betrieb@example.org'])
  const opened = first.find(({ to }) => to === ANNA)
  assert.equal(opened?.subject, '[K-2030-000001] Keine Gespräche')
  assert.match(opened?.raw ?? '', /^Auto-Submitted: auto-generated\r?$/m)
  assert.match(opened?.raw ?? '', new RegExp(`^Reply-To: ${address}\r?$`, 'm'))

  await operator('POST', `${path}/steps`, { step: 'pause', reason: 'waiting-for-customer', text: 'Welche Firmware?' })
  const [asked] = await round()
  assert.deepEqual([asked?.references.at(-1), asked?.isAutomatic], [opened?.messageId, false])
  await clock.advance(5 * HOUR_MS)
  // Without the number in the subject: its thread says where it belongs. What stands below our line is ours.
  comes(
    'Anna <Anna@Muster.example>',
    'AW: Frage',
    `Version 7.\n\nAm Montag schrieb Klinke:\n> ${asked?.text.replaceAll('\n', '\n> ')}`,
    `In-Reply-To: ${asked?.messageId ?? ''}`,
  )
  assert.deepEqual(await round(), [])
  const entries = (await customer('GET', `${path}/entries`)).body.items ?? []
  const said = entries.find(({ via }) => via === 'mail')
  assert.deepEqual([said?.side, said?.by, said?.text], ['customer', ANNA, 'Version 7.\n\nAm Montag schrieb Klinke:'])
  const now = await operator('GET', path)
  assert.deepEqual([now.body.state, (now.body.clock as { spentMinutes: number }).spentMinutes], ['open', 0])

  await operator('POST', `${path}/steps`, { step: 'resolve', text: 'Karte getauscht.' })
  assert.match((await round())[0]?.text ?? '', /Karte getauscht\.\n\nK-2030-000001 ist erledigt\./)
  comes(ANNA, 'Re: [K-2030-000001] Keine Gespräche', 'Geht wieder nicht.')
  await round()
  assert.equal((await operator('GET', path)).body.state, 'open')
})

test('a login writes without a number: that opens a ticket, with its attachment; HTML is reduced to text', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, comes, again, round } = running
  const parts = [
    ...['--b', 'Content-Type: text/html; charset=utf-8', '', '<p>Nichts <b>geht</b>.</p><script>alert(1)</script>'],
    ...[
      '--b',
      'Content-Type: text/html; name="böse.html"',
      'Content-Disposition: attachment; filename="x.html"',
      '',
      '<script>1</script>',
      '--b--',
    ],
  ]
  comes(ANNA, 'Störung', parts.join('\r\n'), 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b')
  const mails = await round()
  assert.deepEqual(mails.map(({ to }) => to).toSorted(), [ANNA, 'betrieb@example.org'])
  const [ticket] = (await customer('GET', '/tickets')).body.items ?? []
  assert.deepEqual([ticket?.via, ticket?.kind, ticket?.state, ticket?.subject], ['mail', 'fault', 'open', 'Störung'])
  const path = `/tickets/${String(ticket?.id)}`
  const [entry] = (await customer('GET', `${path}/entries`)).body.items ?? []
  assert.equal(entry?.text, 'Nichts geht.')
  const [attachment] = (entry?.attachments ?? []) as readonly { readonly id: string; readonly name: string }[]
  const file = await operator('GET', `${path}/attachments/${attachment?.id ?? ''}`)
  assert.deepEqual(
    [file.status, file.headers['content-type'], String(file.raw).trim()],
    [200, 'application/octet-stream', '<script>1</script>'],
  )
  // The same mail again, as a mailbox that was put back would hand it out.
  again()
  assert.deepEqual(await round(), [])
  assert.equal((await customer('GET', '/tickets')).body.items?.length, 1)
})

test('who is not the customer of a ticket is not heard in it; strangers, loops and bounces open nothing and are never answered', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, comes, round } = running
  const ticket = await customer('POST', '/tickets', FAULT)
  const path = `/tickets/${String(ticket.body.id)}`
  await round()
  comes('bert@fremd.example', '[K-2030-000001]', 'Schaltet ab!')
  comes('niemand@nirgends.example', 'Angebot', 'Kaufen Sie')
  comes(ANNA, 'Abwesend [K-2030-000001]', 'Bin im Urlaub', 'Auto-Submitted: auto-replied')
  comes(ANNA, 'Rundbrief', 'Neues', 'Precedence: list')
  comes('MAILER-DAEMON@example.org', 'Undelivered [K-2030-000001]', 'failed')
  comes(ANNA, '[K-2029-999999]', 'welches?')
  assert.deepEqual(await round(), [])
  const strays = (await operator('GET', '/ticket-mails')).body.items ?? []
  assert.deepEqual(
    strays.map(({ reason }) => reason),
    ['unknown-ticket', 'automatic', 'automatic', 'automatic', 'unknown-sender', 'foreign-sender'],
  )
  assert.equal((await customer('GET', `${path}/entries`)).body.items?.length, 1)
  const foreign = strays.at(-1)
  assert.equal(foreign?.ticketId, ticket.body.id)
  assert.equal((await operator('POST', `/ticket-mails/${String(foreign?.id)}/assign`, { ticketId: ticket.body.id })).status, 204)
  assert.equal((await customer('GET', `${path}/entries`)).body.items?.at(-1)?.text, 'Schaltet ab!')
  assert.equal((await operator('DELETE', `/ticket-mails/${String(strays[0]?.id)}`)).status, 204)
  assert.equal((await operator('GET', '/ticket-mails')).body.items?.length, 4)
})

test('a mail that is made to fail, or that cannot be taken, is put aside the first time; those behind it are taken', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, comes, round, disk } = running
  comes(ANNA, 'Verschachtelt', '<div>'.repeat(20_000), 'Content-Type: text/html')
  await round()
  disk.isFull = true
  const attached = [
    '--b',
    'Content-Type: text/plain',
    '',
    'siehe Anlage',
    '--b',
    'Content-Disposition: attachment; filename=a.txt',
    '',
    'a',
    '--b--',
  ]
  comes(ANNA, 'Mit Anlage', attached.join('\r\n'), 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b')
  comes(ANNA, 'Dahinter', 'geht nicht')
  await round()
  await round()
  const subjects = (await customer('GET', '/tickets')).body.items?.map(({ subject }) => subject)
  assert.deepEqual(subjects, ['Dahinter', 'Verschachtelt'])
  const strays = (await operator('GET', '/ticket-mails')).body.items ?? []
  assert.deepEqual(
    strays.map(({ reason, sender, subject, text }) => [reason, sender, subject, text]),
    [['unreadable', ANNA, 'Mit Anlage', 'siehe Anlage']],
  )
})

test('a stranger who is named as contact gets nothing by itself that the customer has written', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, round } = running
  const named = await customer('POST', '/tickets', {
    ...FAULT,
    subject: 'Gewinn auf https://boese.example',
    contactMail: 'fremder@nirgends.example',
  })
  const mail = (await round()).find(({ to }) => to === 'fremder@nirgends.example')
  assert.equal(mail?.subject, '[K-2030-000001]')
  assert.doesNotMatch(mail?.text ?? '', /boese/)
  await operator('POST', `/tickets/${String(named.body.id)}/entries`, { text: 'Wir schauen nach.' })
  assert.match((await round())[0]?.text ?? '', /Wir schauen nach\./)
})

test('a program that writes in a loop opens so many tickets a day and no more', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, comes, round } = running
  for (let count = 0; count < 25; count++) comes(ANNA, `Störung ${count}`, 'geht nicht')
  await round()
  assert.equal((await customer('GET', '/tickets?limit=200')).body.items?.length, 20)
  assert.deepEqual(new Set((await operator('GET', '/ticket-mails')).body.items?.map(({ reason }) => reason)), new Set(['too-many']))
})

test('SLA-02: the operator is warned an hour of service before the end, once; § 58 (2) TKG: the customer is told the next day; what nobody objects to is closed', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, clock, round } = running
  const path = `/tickets/${String((await customer('POST', '/tickets', FAULT)).body.id)}`
  await round()
  await clock.advance(7 * HOUR_MS - MINUTE_MS)
  assert.deepEqual(await round(), [])
  await clock.advance(MINUTE_MS)
  const warned = await round()
  assert.deepEqual(
    warned.map(({ to, subject }) => [to, subject]),
    [['betrieb@example.org', '[K-2030-000001] Entstörzeit läuft ab: Keine Gespräche']],
  )
  assert.match(warned[0]?.text ?? '', /bis 4\. Februar 2030 um 17:00 Uhr/)
  assert.deepEqual(await round(), [])
  await operator('PATCH', path, { measures: 'Techniker beauftragt', expectedAt: '2030-02-06T12:00:00+01:00' })
  await clock.advance(17 * HOUR_MS)
  const [told, ...more] = await round()
  assert.equal(more.length, 0)
  assert.match(
    told?.text ?? '',
    /noch nicht beheben\. Bisher haben wir unternommen: Techniker beauftragt\s+Voraussichtlich behoben ist sie am 6\. Februar 2030 um 12:00 Uhr\./,
  )
  await operator('POST', `${path}/steps`, { step: 'resolve' })
  await round()
  await clock.advance(7 * 24 * HOUR_MS - 1)
  await round()
  assert.equal((await operator('GET', path)).body.state, 'resolved')
  await clock.advance(1)
  assert.deepEqual(await round(), [])
  assert.equal((await operator('GET', path)).body.state, 'closed')
})

test('a mail server that is down for a day loses nothing: mail waits and goes out once', async () => {
  await using running = await mailDesk(cluster)
  const { customer, clock, round, sent } = running
  const up = sent.url
  sent.url = 'smtp://127.0.0.1:1'
  await customer('POST', '/tickets', FAULT)
  for (let hour = 0; hour < 20; hour++) {
    assert.deepEqual(await round(), [])
    await clock.advance(HOUR_MS)
  }
  sent.url = up
  assert.deepEqual((await round()).map(({ to }) => to).toSorted(), [ANNA, 'betrieb@example.org', 'betrieb@example.org'])
  assert.deepEqual(await round(), [])
})
