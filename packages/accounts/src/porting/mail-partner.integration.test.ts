/** Messages between carriers by mail: over a mail server of the test, and from a Maildir. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type LogFields, silentLogger } from '@klinke/foundation'
import { openMailSource, readMail, smtpMailSender, systemClock } from '@klinke/platform'
import { testMailServer } from '@klinke/platform/test-support'
import { MailPartner } from './mail-partner.ts'
import type { PortingMessage } from './message.ts'

const MESSAGE: PortingMessage = {
  ...{ id: '018f0000-0000-7000-8000-000000000001', reference: 'DEU.KLINKE.V000000017', from: 'DEU.KLINKE', to: 'DEU.ANDERER' },
  says: { kind: 'STR-AUF' },
}
const ADDRESS = 'wbci@partner.example'

async function partner() {
  const folder = await mkdtemp(join(tmpdir(), 'klinke-porting-mail-'))
  const mailbox = join(folder, 'maildir')
  await mkdir(join(mailbox, 'new'), { recursive: true })
  const server = await testMailServer()
  const told: LogFields[] = []
  const logger = { ...silentLogger, info: (_message: string, fields: LogFields = {}) => void told.push(fields) }
  const mail = smtpMailSender(server.url, 'klinke@example.org')
  const parts = { folder: join(folder, 'spool'), mail, address: ADDRESS, clock: systemClock(), logger }
  const source = openMailSource(pathToFileURL(mailbox).href)
  return {
    ...{ server, told },
    partner: new MailPartner({ ...parts, source }),
    mailCannotBeSent: new MailPartner({ ...parts, source, mail: { send: () => Promise.reject(new Error('away')) } }),
    comes: (name: string, raw: string) => writeFile(join(mailbox, 'new', name), raw),
    refused: async () => {
      const names = (await readdir(join(folder, 'spool', 'refused'))).filter((name) => name.endsWith('.why.txt'))
      return Promise.all(names.map((name) => readFile(join(folder, 'spool', 'refused', name), 'utf8')))
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

function mailWith(content: string, { from = ADDRESS, type = 'application/json', name = 'message.json' } = {}): string {
  return [
    ...[`From: ${from}`, 'To: porting@klinke.example', 'Subject: WBCI', `Message-ID: <${name}.${content.length}@partner.example>`],
    ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Guten Tag', '--b'],
    ...[`Content-Type: ${type}; name=${name}`, `Content-Disposition: attachment; filename=${name}`, '', content, '--b--', ''],
  ].join('\r\n')
}

test('a message goes out as the attachment of a mail that programs do not answer', async () => {
  await using running = await partner()
  await running.partner.send(MESSAGE)
  const mail = await readMail(Buffer.from(await running.server.next()))
  assert.deepEqual([mail?.subject, mail?.isAutomatic], ['WBCI STR-AUF DEU.KLINKE.V000000017', true])
  const [attachment] = mail?.attachments ?? []
  assert.deepEqual(JSON.parse(Buffer.from(attachment?.content ?? []).toString()), MESSAGE)
})

test('a mail server that is away: the message is still to be sent', async () => {
  await using running = await partner()
  await assert.rejects(running.mailCannotBeSent.send(MESSAGE), /away/)
  await running.partner.send(MESSAGE)
  assert.equal(running.server.taken.length, 1)
})

test('what comes in is given until it is done, also when the mail has been taken already', async () => {
  await using running = await partner()
  await running.comes('1', mailWith(JSON.stringify(MESSAGE)))
  const [first] = await running.partner.receive()
  assert.deepEqual(first?.content, MESSAGE)
  const again = await running.partner.receive()
  assert.deepEqual(
    again.map(({ content }) => content),
    [MESSAGE],
  )
  await again[0]?.done()
  assert.deepEqual(await running.partner.receive(), [])
})

test('of mail of others nothing is kept but a line in the log; the partner’s without a message is put aside with the reason', async () => {
  await using running = await partner()
  const strangers = mailWith(JSON.stringify(MESSAGE), { from: 'someone@else.example' })
  await running.comes('1', strangers)
  await running.comes('2', mailWith('hello', { type: 'text/plain', name: 'note.txt' }))
  await running.comes('3', mailWith(`{"id": "${'x'.repeat(256 * 1024)}"}`, { name: 'large.json' }))
  assert.deepEqual(await running.partner.receive(), [])
  assert.deepEqual(running.told, [{ from: 'someone@else.example', octets: strangers.length }])
  const why = await running.refused()
  assert.equal(why.length, 2)
  assert.match(why.join(''), /no message/)
  assert.match(why.join(''), /too large/)
  // JSON that is none is for the schema to refuse, as from a folder.
  await running.comes('4', mailWith('{"id": cut'))
  assert.deepEqual(
    (await running.partner.receive()).map(({ content }) => content),
    [undefined],
  )
})
