/** The same mailbox, once behind a real IMAP server and once as a Maildir. */
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Dovecot, missingPeers, TemporaryFolder } from '@klinke/testbed'
import { MAX_MAIL_OCTETS, type ReceivedMail } from './mail-source.ts'
import { openMailSource } from './open-mail-source.ts'
import { readMail } from './read-mail.ts'

const mail = (subject: string, text = 'Hallo') =>
  `From: anna@example.org\nSubject: ${subject}\nMessage-ID: <${subject}@example.org>\n\n${text}\n`

interface Mailbox extends AsyncDisposable {
  readonly url: string
  deliver(mail: string): void
}

const MAILBOXES: readonly (readonly [what: string, skip: string | false, open: () => Promise<Mailbox>])[] = [
  ['an IMAP server (dovecot)', missingPeers('dovecot'), () => Dovecot.start()],
  ['a Maildir', false, maildir],
]

async function maildir(): Promise<Mailbox> {
  const folder = new TemporaryFolder('maildir')
  mkdirSync(folder.file('new'))
  let count = 0
  return {
    url: pathToFileURL(folder.path).href,
    deliver: (content) => writeFileSync(join(folder.path, 'new', `${++count}.test`), content),
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  }
}

for (const [what, skip, open] of MAILBOXES) {
  test(`SLA-04: mail is taken once from ${what}; one that could not be dealt with comes again`, { skip }, async () => {
    await using mailbox = await open()
    const source = openMailSource(mailbox.url)
    const subjects = async (failing = ''): Promise<readonly string[]> => {
      const taken: string[] = []
      const take = async ({ raw }: ReceivedMail): Promise<void> => {
        const subject = (await readMail(raw))?.subject ?? ''
        if (subject === failing) throw new Error('database away')
        taken.push(subject)
      }
      await source.receive(take).catch((error: unknown) => taken.push(String(error)))
      return taken
    }
    assert.deepEqual(await subjects(), [])
    mailbox.deliver(mail('one'))
    mailbox.deliver(mail('two'))
    mailbox.deliver(mail('behind'))
    assert.deepEqual(await subjects('two'), ['one', 'behind', 'Error: database away'])
    assert.deepEqual(await subjects(), ['two'])
    assert.deepEqual(await subjects(), [])
    mailbox.deliver(mail('three'))
    assert.deepEqual(await subjects(), ['three'])
  })

  test(`of a mail that is too large only the beginning is read from ${what}`, { skip }, async () => {
    await using mailbox = await open()
    mailbox.deliver(
      mail(
        'large',
        'x'
          .repeat(70)
          .concat('\n')
          .repeat(MAX_MAIL_OCTETS / 70),
      ),
    )
    const taken: ReceivedMail[] = []
    await openMailSource(mailbox.url).receive(async (received) => void taken.push(received))
    assert.deepEqual(
      taken.map(({ isWhole, raw }) => [isWhole, raw.length < 100_000]),
      [[false, true]],
    )
    assert.equal((await readMail(taken[0]?.raw ?? new Uint8Array()))?.subject, 'large')
  })
}

test('a mailbox that cannot be reached is an error', async () => {
  await assert.rejects(openMailSource('imap://a:b@127.0.0.1:1/INBOX').receive(async () => undefined))
})
