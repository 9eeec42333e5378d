import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import type { Mail } from '@klinke/platform'
import { mailingOwner } from './owner.ts'
import { MailboxWorld } from './test-support/mailbox-world.ts'

const rows: readonly (readonly [what: string, mailTo: string | null, deletes: boolean, fails: boolean, mails: number, done: boolean])[] = [
  ['goes out and stays', 'anna@example.org', false, false, 1, false],
  ['goes out and is not kept where the owner wants that', 'anna@example.org', true, false, 1, true],
  ['stays when the mail server refuses it', 'anna@example.org', true, true, 1, false],
  ['stays when the owner has no address', null, true, false, 0, false],
]
for (const [what, mailTo, deleteAfterMail, fails, mails, done] of rows) {
  test(`VM-03: a message ${what}`, async () => {
    const world = await MailboxWorld.open({ mailTo, deleteAfterMail })
    const sent: Mail[] = []
    const send = (mail: Mail): Promise<void> => {
      sent.push(mail)
      return fails ? Promise.reject(new Error('no such user')) : Promise.resolve()
    }
    const tenant = world.pbx.directory().tenant('acme')
    assert.ok(tenant)
    const owner = mailingOwner({ send }, silentLogger)
    assert.equal(await owner.messageLeft(world.box, world.leave('m1'), '/m1.wav', tenant), done)
    assert.equal(sent.length, mails)
    if (mails === 0) return
    const attachment = { fileName: '4930123456.wav', contentType: 'audio/wav', path: '/m1.wav' }
    assert.partialDeepStrictEqual(sent, [{ to: mailTo ?? '', subject: 'Neue Sprachnachricht von +4930123456', attachment }])
    assert.match(sent[0]?.text ?? '', /1\. Januar 1970.*01:00.*5 Sekunden/)
  })
}
