import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { smtpMailSender } from './smtp-mail-sender.ts'

/** A mail server that takes everything, or refuses every recipient; what it took. */
async function mailServer(refuses = false) {
  const taken: string[] = []
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'] },
    onRcptTo: (_address, _session, done) => done(refuses ? new Error('no such user') : null),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString())
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  return { taken, url: `smtp://127.0.0.1:${port}`, [Symbol.asyncDispose]: close }
}

const MAIL = { to: 'anna@example.org', subject: 'Neue Sprachnachricht von Jörg', text: 'Hallo.\n' }

test('VM-03: a mail with a sound file reaches a mail server whole', async () => {
  await using server = await mailServer()
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
  await using server = await mailServer(true)
  await assert.rejects(smtpMailSender(server.url, 'klinke@example.org').send(MAIL), /no such user/)
})
