import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeAt, newTotpSecret, otpauthUri, stepOfCode } from './totp.ts'

/** The ASCII secret of RFC 6238, appendix B, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('the codes are those of RFC 6238, appendix B', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ] as const)
    assert.equal(codeAt(SECRET, Math.floor(seconds / 30)), code)
})

test('a clock may be half a minute off, not more, and a code says of which step it is', () => {
  const secret = newTotpSecret()
  const nowMs = Date.UTC(2026, 10, 21, 12)
  const now = nowMs / 30_000
  assert.equal(stepOfCode(secret, codeAt(secret, now + 1), nowMs), now + 1)
  for (const wrong of [codeAt(secret, now - 2), codeAt(secret, now + 2), '', '1234567'])
    assert.equal(stepOfCode(secret, wrong, nowMs), undefined)
})

test('an app reads secret, account and issuer from the QR code', () => {
  assert.match(newTotpSecret(), /^[A-Z2-7]{32}$/)
  assert.equal(
    otpauthUri('ABC', 'anna@example.org', 'Klinke'),
    'otpauth://totp/Klinke:anna%40example.org?secret=ABC&issuer=Klinke&algorithm=SHA1&digits=6&period=30',
  )
})
