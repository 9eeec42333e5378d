import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildResponse, From, MessageFramer, parseMessage, printMessage, requestFault, To } from '../../src/index.ts'
import { bytesOf, CAPABILITIES, requestOf } from './fixture.ts'

test('a refusal can be sent even when the request lacks what a response should carry', () => {
  for (const name of ['insuf', 'multi01', 'badvers', 'clerr', 'ncl', 'mcl01', 'ltgtruri', 'scalar02', 'mismatch02']) {
    const result = parseMessage(bytesOf('rfc4475', name))
    assert.ok(!result.ok && result.error.verdict === 'reject', name)
    const { request, status, detail } = result.error
    const text = Buffer.from(printMessage(buildResponse(request, status, { reason: detail, toTag: 'x' }))).toString()
    assert.match(text, new RegExp(`^SIP/2\\.0 ${status} [^\\r\\n]+\\r\\n(?:.+\\r\\n)*?Via: SIP/`), name)
    assert.match(text, /\r\nContent-Length: 0\r\n\r\n$/, name)
  }
})

test('refusals name what would have been acceptable', () => {
  const rows: [name: string, header: readonly [string, string]][] = [
    ['intmeth', ['Allow', CAPABILITIES.methods.join(', ')]],
    ['bext01', ['Unsupported', 'nothingsupportsthis, nothingsupportsthiseither']],
    ['invut', ['Accept', 'application/sdp, application/pidf+xml, multipart/mixed']],
  ]
  for (const [name, header] of rows) assert.deepEqual(requestFault(requestOf('rfc4475', name), CAPABILITIES)?.headers, [header], name)
})

test('each header that breaks the grammar is named', () => {
  const rows: [name: string, detail: string][] = [
    ['badinv01', 'Malformed Via Header Field'],
    ['quotbal', 'Malformed To Header Field'],
    ['regbadct', 'Malformed Contact Header Field'],
    ['badaspec', 'Malformed To Header Field'],
    ['baddn', 'Malformed From Header Field'],
    ['escruri', 'Malformed Request-URI'],
    ['badbranch', 'Missing Transaction Identifier'],
    ['unksm2', 'Address of Record Is No SIP URI'],
  ]
  for (const [name, detail] of rows) assert.equal(requestFault(requestOf('rfc4475', name), CAPABILITIES)?.detail, detail, name)
})

test('parties that cannot be read are undefined, not guessed', () => {
  assert.equal(requestOf('rfc4475', 'quotbal').headers.read(To), undefined)
  assert.equal(requestOf('rfc4475', 'baddn').headers.read(From), undefined)
})

test('on a stream a wrong Content-Length ends the connection, one that is too large waits for the rest', () => {
  for (const name of ['ncl', 'mcl01', 'inv2543']) {
    assert.deepEqual(
      new MessageFramer('server').push(bytesOf('rfc4475', name)).map(({ kind }) => kind),
      ['broken'],
      name,
    )
  }
  assert.deepEqual(new MessageFramer('server').push(bytesOf('rfc4475', 'clerr')), [])
  // The second message of dblreq has one body byte more than its Content-Length says.
  const kinds = new MessageFramer('server').push(bytesOf('rfc4475', 'dblreq')).map(({ kind }) => kind)
  assert.deepEqual(kinds, ['message', 'message', 'broken'])
})
