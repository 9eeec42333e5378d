/** Files of mail about tickets that are not kept: the sender is told (SLA-04). */
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

test('SLA-04: whoever sends more files than a ticket takes is told which were not kept, and the entry names them', async () => {
  await using running = await mailDesk(cluster)
  const { customer, operator, comes, round } = running
  const part = (name: string, content: string) => ['--b', `Content-Disposition: attachment; filename="${name}"`, '', content]
  const files = Array.from({ length: 12 }, (_, at) => part(`protokoll-${at}.txt`, `${at}`)).flat()
  const headers = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'] as const
  const body = ['--b', '', 'Alles dabei.', ...files, '--b--'].join('\r\n')
  comes(ANNA, 'Störung', body, ...headers)
  const told = (await round()).filter(({ to }) => to === ANNA)
  const answer = told.find(({ text }) => text.includes('Nicht übernommen: 2.'))
  assert.match(answer?.text ?? '', /- protokoll-10\.txt: mehr als 10 Dateien in einer Mail\n- protokoll-11\.txt: mehr als 10/)
  assert.match(answer?.raw ?? '', /^Auto-Submitted: auto-generated\r$/m)
  assert.equal(told.length, 2, 'and its number')
  const [ticket] = (await customer('GET', '/tickets')).body.items ?? []
  const [entry] = (await operator('GET', `/tickets/${String(ticket?.id)}/entries`)).body.items ?? []
  assert.equal((entry?.attachments as readonly unknown[] | undefined)?.length, 10)
  assert.match(String(entry?.text), /^Alles dabei\.\n\nNicht übernommen:\n- protokoll-10\.txt/)
})

test('SLA-04: who is not known by a login is told how many files were not kept, and nothing that stood in the mail', async () => {
  await using running = await mailDesk(cluster)
  const { operator, comes, round, tenantId } = running
  const opened = await operator('POST', '/tickets', { ...FAULT, tenantId, contactMail: 'fremder@nirgends.example' })
  await round()
  const parts = Array.from({ length: 11 }, (_, at) => [
    '--b',
    `Content-Disposition: attachment; filename="boese-${at}.txt"`,
    '',
    'x',
  ]).flat()
  const headers = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'] as const
  comes('fremder@nirgends.example', `[${String(opened.body.number)}] boese`, [...parts, '--b--'].join('\r\n'), ...headers)
  const answer = (await round()).find(({ to }) => to === 'fremder@nirgends.example')
  assert.match(answer?.text ?? '', /Nicht übernommen: 1\./)
  assert.doesNotMatch(answer?.raw ?? '', /boese/)
})
