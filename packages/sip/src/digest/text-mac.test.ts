import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { TextMac } from './text-mac.ts'

const texts = ['', 'mhz.abc:demo.example', 'Jörg 北京', 'x'.repeat(170), 'x'.repeat(171), 'ü'.repeat(5000)]
for (const keyBytes of [16, 64, 65, 200]) {
  test(`the code of a text is its HMAC-SHA-256 under a key of ${keyBytes} bytes, one after the other`, () => {
    const secret = Uint8Array.from({ length: keyBytes }, (_, i) => i * 7)
    const mac = new TextMac(secret)
    const expected = texts.map((text) => createHmac('sha256', secret).update(text).digest('base64url'))
    assert.deepEqual(
      texts.map((text) => mac.of(text)),
      expected,
    )
  })
}
