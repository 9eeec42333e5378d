import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { testMailServer } from '../test-support/test-mail-server.ts'
import { smtpMailSender } from './smtp-mail-sender.ts'

const MAIL = { to: 'anna@example.org', subject: 'Neue Sprachnachricht von Jörg', text: 'Hallo.\n' }

test('VM-03: a mail with a sound file reaches a mail server whole', async () => {
  await using server = await testMailServer()
  const folder = await mkdtemp(join(tmpdir(), 'klinke-mail-'))
  const path = join(folder, 'message.wav')
  const sound = Buffer.from(Array.from({ length: 3_000 }, (_, at) => at % 256))
  await writeFile(path, sound)
  await smtpMailSender(server.url, 'klinke@example.org').send({
    ...MAIL,
    attachment: { fileName: 'anruf.wav', contentType: 'audio/wav', path },
  })
  await rm(folder, { recursive: true })
  const [mail = ''] = server.taken
  assert.match(mail, /^From: klinke@example.org\r$/m)
  assert.match(mail, /^To: anna@example.org\r$/m)
  assert.match(mail, /Content-Type: audio\/wav; name=anruf.wav/)
  assert.ok(mail.replaceAll('\r\n', '').includes(sound.toString('base64')))
})

test('a mail that the server does not take is an error', async () => {
  await using server = await testMailServer(true)
  await assert.rejects(smtpMailSender(server.url, 'klinke@example.org').send(MAIL), /no such user/)
})
