import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMail } from './parse-mail.ts'

const page = (html: string, id = '1@example.org') =>
  Buffer.from(`From: anna@example.org\r\nSubject: Hallo\r\nMessage-ID: <${id}>\r\nContent-Type: text/html\r\n\r\n${html}\r\n`)

test('a page nested without end is read as far as a person could, and does not fail', async () => {
  const mail = await parseMail(page(`<p>Nichts geht.</p>${'<div>'.repeat(50_000)}tief`))
  assert.deepEqual([mail?.from, mail?.subject], ['anna@example.org', 'Hallo'])
  assert.match(mail?.text ?? '', /^Nichts geht\./)
})

test('of a page of megabytes only the beginning is made text', async () => {
  const mail = await parseMail(page(`<p>Nichts geht.</p>${'<p>und noch ein Absatz</p>\r\n'.repeat(200_000)}`))
  assert.match(mail?.text ?? '', /^Nichts geht\./)
  assert.ok((mail?.text.length ?? 0) < 200_000)
})

test('the key of a mail is short whatever its Message-ID is, and the same for the same one', async () => {
  const keys = await Promise.all(
    [`${'ü'.repeat(900)}@a`, `${'ü'.repeat(900)}@a`, '2@a'].map(async (id) => (await parseMail(page('x', id)))?.key),
  )
  assert.equal(keys[0], keys[1])
  assert.notEqual(keys[0], keys[2])
  assert.ok(keys.every((key) => key?.length === 64))
})
