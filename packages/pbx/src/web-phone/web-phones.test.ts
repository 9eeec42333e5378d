import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import { computeHa1 } from '../extensions/sip-account.ts'
import { CREDENTIALS_SECONDS, MAX_PER_SESSION, type WebPhoneAccount, WebPhones } from './web-phones.ts'

const TENANT = { id: 'tenant-1', sipDomain: 'muster.example' }
const ANNA = { id: 'e10', number: '10' }

function desk() {
  const clock = new VirtualClock()
  const withdrawn: WebPhoneAccount[] = []
  const phones = new WebPhones({ clock, random: seededRandom(1), withdrawn: (account) => withdrawn.push(account) })
  const open = (session = 's1'): string => phones.issue(TENANT, ANNA, session).account.username
  const known = (username: string): boolean => phones.find(username, TENANT.sipDomain) !== undefined
  return { clock, phones, withdrawn, open, known }
}

test('a browser gets a user name and password of its own, which are good for its domain only', () => {
  const { phones, open } = desk()
  const { account, password } = phones.issue(TENANT, ANNA, 's1')
  assert.match(account.username, /^web-10-[a-z2-9]+$/)
  assert.deepEqual(account.ha1, computeHa1({ username: account.username, password }, 'muster.example'))
  assert.equal(phones.find(account.username, 'muster.example')?.extensionId, 'e10')
  assert.equal(phones.find(account.username, 'other.example'), undefined)
  assert.notEqual(open(), account.username)
})

test('the end of a session ends its credentials, and nobody else’s', () => {
  const { phones, open, known, withdrawn } = desk()
  const [first, second, other] = [open(), open(), open('s2')]
  phones.sessionEnded('s1')
  assert.deepEqual([known(first), known(second), known(other)], [false, false, true])
  assert.deepEqual(
    withdrawn.map(({ username }) => username),
    [first, second],
  )
})

test('credentials are withdrawn by their own session only', () => {
  const { phones, open, known } = desk()
  const username = open()
  assert.equal(phones.withdraw('s2', username), false)
  assert.ok(known(username))
  assert.equal(phones.withdraw('s1', username), true)
  assert.equal(known(username), false)
})

test('credentials expire by themselves', async () => {
  const { clock, open, known, withdrawn } = desk()
  const username = open()
  await clock.advance(CREDENTIALS_SECONDS * 1_000 - 1)
  assert.ok(known(username))
  await clock.advance(1)
  assert.equal(known(username), false)
  open('s2')
  assert.deepEqual(
    withdrawn.map(({ username: gone }) => gone),
    [username],
  )
})

test('one window too many takes the place of the one opened first', () => {
  const { open, known } = desk()
  const first = open()
  for (let opened = 1; opened < MAX_PER_SESSION; opened++) open()
  assert.ok(known(first))
  const last = open()
  assert.deepEqual([known(first), known(last)], [false, true])
})

test('while nobody knows which sessions are open, nobody is believed', () => {
  const { phones, open, known } = desk()
  const usernames = [open(), open('s2')]
  phones.withdrawAll()
  assert.deepEqual(usernames.map(known), [false, false])
})
