import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOfProof } from './proofs.ts'

const rows: readonly (readonly [what: string, octets: string, mediaType: string | undefined])[] = [
  ['a PDF', '255044462d312e37', 'application/pdf'],
  ['a JPEG', 'ffd8ffe000104a46', 'image/jpeg'],
  ['a PNG', '89504e470d0a1a0a0000', 'image/png'],
  ['HTML', Buffer.from('<script>').toString('hex'), undefined],
  ['a program', '4d5a9000', undefined],
  ['a beginning of a PDF', '2550', undefined],
]
for (const [what, octets, mediaType] of rows) {
  test(`${what} is ${mediaType === undefined ? 'refused as' : `kept as ${mediaType} as`} proof of a site, whatever it is called`, () => {
    const kind = () => kindOfProof(Buffer.from(octets, 'hex')).mediaType
    if (mediaType === undefined) assert.throws(kind, { code: 'proof-unusable' })
    else assert.equal(kind(), mediaType)
  })
}
