import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editHeaders, type HeaderEditor, type Headers, makeHeaders, Route, To } from '../index.ts'

const ORIGINAL = makeHeaders([
  ['Via', 'SIP/2.0/UDP a, SIP/2.0/UDP b'],
  ['Route', '<sip:one;lr>'],
  ['Route', '<sip:two;lr>, <sip:three;lr>'],
  ['To', '<sip:x@y>'],
])

function edited(edit: (editor: HeaderEditor) => HeaderEditor): string[] {
  return Array.from(edit(editHeaders(ORIGINAL)).done().entries(), ([name, value]) => `${name}: ${value}`)
}

const VIA = 'Via: SIP/2.0/UDP a, SIP/2.0/UDP b'
const ROUTES = ['Route: <sip:one;lr>', 'Route: <sip:two;lr>, <sip:three;lr>']
const TO = 'To: <sip:x@y>'

test('edits change what they name and nothing else', () => {
  const rows: [name: string, edit: (editor: HeaderEditor) => HeaderEditor, expected: string[]][] = [
    ['prepend before its kind', (e) => e.prepend('route', '<sip:zero>'), [VIA, 'Route: <sip:zero>', ...ROUTES, TO]],
    ['prepend the first of its kind', (e) => e.prepend('Record-Route', '<sip:me>'), ['Record-Route: <sip:me>', VIA, ...ROUTES, TO]],
    ['append', (e) => e.append('X-a', '1'), [VIA, ...ROUTES, TO, 'X-a: 1']],
    ['set one', (e) => e.set('t', '<sip:z>'), [VIA, ...ROUTES, 'To: <sip:z>']],
    ['set many to one', (e) => e.set('Route', '<sip:only>'), [VIA, 'Route: <sip:only>', TO]],
    ['set what is not there', (e) => e.set('Expires', '0'), [VIA, ...ROUTES, TO, 'Expires: 0']],
    ['remove', (e) => e.remove('ROUTE'), [VIA, TO]],
    ['remove the first field', (e) => e.removeFirst('Route'), [VIA, ROUTES[1] ?? '', TO]],
    ['remove the first element', (e) => e.removeFirst('Via'), ['Via: SIP/2.0/UDP b', ...ROUTES, TO]],
    ['remove one after the other', (e) => e.removeFirst('Route').removeFirst('Route').removeFirst('Route').removeFirst('Route'), [VIA, TO]],
    ['replace the first element', (e) => e.replaceFirst('Via', 'new'), ['Via: new', 'Via: SIP/2.0/UDP b', ...ROUTES, TO]],
    ['replace the only one', (e) => e.replaceFirst('To', '<sip:z>'), [VIA, ...ROUTES, 'To: <sip:z>']],
    ['replace what is not there', (e) => e.replaceFirst('From', '<sip:z>'), [VIA, ...ROUTES, TO, 'From: <sip:z>']],
    ['no new line by a value', (e) => e.append('X-a', '1\r\nX-b: 2\n'), [VIA, ...ROUTES, TO, 'X-a: 1 X-b: 2 ']],
  ]
  for (const [name, edit, expected] of rows) assert.deepEqual(edited(edit), expected, name)
  assert.deepEqual(
    edited((e) => e),
    [VIA, ...ROUTES, TO],
    'the original is as it was',
  )
})

test('what was read of the original is read anew where it was edited, and only there', () => {
  const read = (headers: Headers): unknown[] => [
    headers.read(To)?.uri,
    headers.read(Route)?.uri,
    headers.readAll(Route)?.map(({ uri }) => uri),
  ]
  const routes = ['sip:one;lr', 'sip:two;lr', 'sip:three;lr']
  assert.deepEqual(read(ORIGINAL), ['sip:x@y', routes[0], routes])
  const rows: [edit: (editor: HeaderEditor) => HeaderEditor, to: string | undefined, left: readonly string[]][] = [
    [(e) => e.prepend('route', '<sip:zero>'), 'sip:x@y', ['sip:zero', ...routes]],
    [(e) => e.append('Route', '<sip:last>'), 'sip:x@y', [...routes, 'sip:last']],
    [(e) => e.set('t', '<sip:z>'), 'sip:z', routes],
    [(e) => e.remove('to'), undefined, routes],
    [(e) => e.removeFirst('Route'), 'sip:x@y', routes.slice(1)],
    [(e) => e.replaceFirst('route', '<sip:first>'), 'sip:x@y', ['sip:first', ...routes.slice(1)]],
  ]
  for (const [edit, to, left] of rows) assert.deepEqual(read(edit(editHeaders(ORIGINAL)).done()), [to, left[0], left])
})
