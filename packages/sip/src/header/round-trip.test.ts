import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as sip from '../index.ts'

interface Rows {
  readonly type: sip.HeaderType<unknown>
  /** Text, and how it prints when that differs. */
  readonly valid: readonly (string | readonly [text: string, printed: string])[]
  readonly invalid: readonly string[]
}

/** Hides the value's type, so that one table can hold all headers. */
function rows<T>(type: sip.HeaderType<T>, valid: Rows['valid'], invalid: readonly string[]): Rows {
  return {
    type: {
      name: type.name,
      parse: type.parse,
      print(value) {
        // Only what this type's `parse` gave comes here.
        return type.print(value as T)
      },
    },
    valid,
    invalid,
  }
}

const PARTIES = [sip.From, sip.To, sip.Contact, sip.Route, sip.RecordRoute, sip.Path, sip.ServiceRoute, sip.ReferTo, sip.ReferredBy].concat(
  [...[sip.PAssertedIdentity, sip.PPreferredIdentity, sip.Diversion, sip.HistoryInfo, sip.Geolocation]],
)
const SECONDS = [sip.Expires, sip.MinExpires]
const TAGS = [sip.Supported, sip.Require, sip.ProxyRequire, sip.Unsupported]
const AUTH = [sip.WWWAuthenticate, sip.ProxyAuthenticate, sip.Authorization, sip.ProxyAuthorization]

const TABLE: readonly Rows[] = [
  ...PARTIES.map((type) =>
    rows(
      type,
      [
        '<sip:a@b>',
        ['sip:a@b;tag=1', '<sip:a@b>;tag=1'],
        ['Alice <sip:a@b;lr>;Tag=1', '"Alice" <sip:a@b;lr>;tag=1'],
        ['"A \\"B\\" \\\\" <sip:a@b>', '"A \\"B\\" \\\\" <sip:a@b>'],
        ['"<sip:x@y>"<sip:a@b> ; x = "1;2,3" ;y', '"<sip:x@y>" <sip:a@b>;x="1;2,3";y'],
        ['Jürgen <sip:a@b>', '"Jürgen" <sip:a@b>'],
        '<sip:a@b?Replaces=1%3Bto-tag%3D2>;index=1.1',
        '<tel:+4930901820>;privacy=off',
        '<cid:location@example.com>',
        '<sip:a@b>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000A95A0E128>";reg-id=1;expires=3600;q=0.5',
      ],
      [
        ...[
          '',
          '<>',
          '<sip:>',
          '<sip:a@b',
          'sip:a@b>',
          '"A <sip:a@b>',
          'A, B <sip:a@b>',
          '< sip:a@b >',
          '<sip:a@b>;',
          '<sip:a@b>;;x',
          '<sip:a@b> x',
        ],
        ...['<sip:a@b>;x=', '<sip:a@b>;=x', '<sip:a@b>;x="', 'a@b', 'sip:a@b?x=y', 'sip:a@b, sip:c@d', '"A" sip:a@b', '*'],
      ],
    ),
  ),
  ...SECONDS.map((type) => rows(type, ['0', '3600', '4294967295', ['007', '7']], ['', '-1', '1.5', '4294967296', '1 ', 'x', '3600;x'])),
  ...TAGS.map((type) => rows(type, ['100rel', ['Timer', 'timer']], ['', 'a b', 'a;b', '"a"'])),
  ...AUTH.map((type) =>
    rows(
      type,
      [
        ['DIGEST  realm = "a \\"b\\"" ,nonce="c,d",Stale=TRUE', 'Digest realm="a \\"b\\"", nonce="c,d", stale=TRUE'],
        'Digest username="10", realm="x", nonce="n", uri="sip:x", response="0123", algorithm=MD5, qop=auth, nc=00000001, cnonce="c"',
        'Nooneknowsthisscheme opaque-data=here',
      ],
      [
        '',
        'Digest',
        'Digest ',
        'Digest realm',
        'Digest realm=',
        'Digest realm="x',
        'Digest ="x"',
        'Digest realm="x" nonce="y"',
        'Basic dXNlcjpwYXNz',
      ],
    ),
  ),
  rows(
    sip.Via,
    [
      'SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1',
      ['SIP / 2.0 / udp  Example.COM : 5060 ;rport; branch = x', 'SIP/2.0/UDP example.com:5060;rport;branch=x'],
      'SIP/2.0/WSS df7jal23ls0d.invalid;rport=5070;received=192.0.2.9;branch=z9hG4bK1;alias',
      ['SIP/2.0/TLS [2001:db8::9];received=[2001:db8::1];branch=b', 'SIP/2.0/TLS [2001:db8::9];received=2001:db8::1;branch=b'],
      'SIP/2.0/UDP 192.0.2.1;maddr=224.0.1.75;ttl=16',
    ],
    [
      ...[
        '',
        'SIP/2.0/UDP',
        'SIP/2.0/UDP ',
        'SIP/2.0 UDP a',
        'SIP/2.0/UDP a;;',
        'SIP/2.0/UDP a:',
        'SIP/2.0/UDP a:99999',
        'SIP/2.0/UDP a b',
      ],
      ...['SIP/2.0/UDP 2001:db8::1', 'SIP/2.0/UDP a;rport=x', 'SIP/2.0/UDP [::1', 'SIP/2.0/UDPa'],
    ],
  ),
  rows(
    sip.CSeq,
    ['1 INVITE', '4294967295 X-a', ['0009  INVITE', '9 INVITE']],
    ['', '1', 'INVITE', '1INVITE', '-1 INVITE', '4294967296 INVITE', '1 IN VITE'],
  ),
  rows(sip.CallId, ['a', 'a@b', 'word`~)(><:\\/"][?}{@x'], ['', 'a b', 'a@b@c', '@b', 'a;b', 'ä']),
  rows(sip.MaxForwards, ['0', '70', '255', ['0068', '68']], ['', '256', '-1', 'x']),
  rows(sip.ContentLength, ['0', '1057'], ['', '-1', 'five', '1 1']),
  rows(
    sip.SessionExpires,
    ['1800', '1800;refresher=uac', ['90 ; Refresher=UAS;x=1', '90;refresher=uas;x=1']],
    ['', 'x', '1800;refresher=me', '1800;;', '-1'],
  ),
  rows(sip.MinSE, ['90', ['90;lr', '90']], ['', 'x', '90 90']),
  rows(sip.RSeq, ['1', '4294967295'], ['', '0', '4294967296', 'x']),
  rows(sip.RAck, ['776656 1 INVITE', ['1  2  INVITE', '1 2 INVITE']], ['', '1', '1 2', '0 1 INVITE', 'x 1 INVITE', '1 INVITE']),
  rows(
    sip.Replaces,
    [
      '12345@149.112.118.3;to-tag=12345;from-tag=54321',
      ['a@b ;from-tag=f;Early-Only;to-tag=t;x=y', 'a@b;to-tag=t;from-tag=f;early-only;x=y'],
    ],
    ['', 'a@b', 'a@b;to-tag=1', 'a@b;from-tag=1', ';to-tag=1;from-tag=2', 'a@b;to-tag=;from-tag=2'],
  ),
  rows(sip.EventPackage, ['message-summary', 'presence.winfo;id=3', 'dialog;id=7;x'], ['', ';id=1', 'a b', 'a;;']),
  rows(
    sip.SubscriptionState,
    [
      'active;expires=3600',
      'terminated;reason=noresource',
      ['Pending ; retry-after=5;reason=Probation;x', 'pending;reason=probation;retry-after=5;x'],
    ],
    ['', ';expires=1', 'active expires=1'],
  ),
  rows(sip.Allow, ['INVITE', 'x-Y'], ['', 'A B', 'A;B']),
  rows(sip.AllowEvents, ['dialog', 'presence.winfo'], ['', 'a b']),
  rows(
    sip.ContentType,
    ['application/sdp', ['Application / SDP ; Charset="utf-8"', 'application/sdp;charset="utf-8"'], 'multipart/mixed;boundary="a b"'],
    ['', 'application', 'application/', '/sdp', 'a/b/c', 'a/b;'],
  ),
  rows(sip.Accept, ['application/sdp;q=0.5', '*/*', 'text/*'], ['', '*', 'a']),
  rows(sip.ContentDisposition, ['session', ['Render;handling=optional', 'render;handling=optional']], ['', ';handling=optional', 'a b']),
  rows(
    sip.Reason,
    [
      'SIP;cause=200;text="Call completed elsewhere"',
      'Q.850;cause=16;text="Terminated"',
      'SIP',
      ['Q.850;Text=x;cause=16;y', 'Q.850;cause=16;text="x";y'],
    ],
    ['', ';cause=1', 'SIP cause=200', 'SIP;text="x'],
  ),
  rows(
    sip.RetryAfter,
    ['120', '18000;duration=3600', '120 (I (really) am in a meeting)', ['60(soon) ;duration=5', '60 (soon);duration=5']],
    ['', 'x', '120 (open', '120 x', '-1', '99999999999'],
  ),
  rows(sip.Privacy, ['id', 'header;session;critical', ['ID, User', 'id;user']], ['', 'a b', ';', 'id;']),
  rows(
    sip.Warning,
    ['307 isi.edu "Session parameter \'foo\' not understood"', '399 [2001:db8::1]:5060 "a \\"b\\""'],
    ['', '307', '307 a', '1812 overture "In Progress"', '307 a "x', '307 a "x" y'],
  ),
  rows(
    sip.SipDate,
    ['Sat, 13 Nov 2010 23:29:00 GMT'],
    ['', 'Fri, 01 Jan 2010 16:00:00 EST', 'Sat, 31 Feb 2010 23:29:00 GMT', 'Sat, 13 Nov 2010 25:29:00 GMT', '13 Nov 2010 23:29:00 GMT'],
  ),
]

for (const { type, valid, invalid } of TABLE) {
  test(`${type.name}: what is valid reads and prints, the rest is undefined`, () => {
    for (const row of valid) {
      const [text, printed] = typeof row === 'string' ? [row, row] : row
      const value = type.parse(text)
      assert.notEqual(value, undefined, `"${text}" is valid`)
      assert.equal(type.print(value), printed)
      assert.deepEqual(type.parse(printed), value, `"${printed}" reads back`)
    }
    for (const text of invalid) assert.equal(type.parse(text), undefined, `"${text}" is invalid`)
  })
}

test('the table has every header type of the package', () => {
  const all = Object.values(sip).flatMap((value) => (typeof value === 'object' && 'parse' in value && 'print' in value ? [value.name] : []))
  assert.deepEqual([...new Set(TABLE.map(({ type }) => type.name))].sort(), all.sort())
})
