import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readConfiguration } from './config.ts'
import { InvalidConfiguration } from './invalid-configuration.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'klinke-config-'))
after(() => rmSync(dataDir, { recursive: true }))

test('without variables the documented defaults apply', () => {
  const configuration = readConfiguration({ KLINKE_DATA_DIR: dataDir })
  assert.equal(configuration.httpPort, 8080)
  assert.equal(configuration.sipPort, 5060)
  assert.equal(configuration.sipsPort, 5061)
  assert.deepEqual(configuration.rtpPorts, { first: 16384, last: 32767 })
  assert.equal(configuration.publicAddress, undefined)
  assert.equal(configuration.databaseUrl, undefined)
})

test('an empty variable counts as absent', () => {
  const configuration = readConfiguration({ KLINKE_DATA_DIR: dataDir, KLINKE_SIP_PORT: '', KLINKE_DEMO: '', DATABASE_URL: '' })
  assert.equal(configuration.sipPort, 5060)
  assert.equal(configuration.demo, true)
  assert.equal(configuration.databaseUrl, undefined)
})

test('name servers are given with or without a port', () => {
  const configuration = readConfiguration({ KLINKE_DATA_DIR: dataDir, KLINKE_DNS_SERVERS: '192.0.2.53, 192.0.2.54:5353,[2001:db8::53]:53' })
  assert.deepEqual(configuration.dnsServers, ['192.0.2.53', '192.0.2.54:5353', '[2001:db8::53]:53'])
})

test('the message of a wrong value says what is expected', () => {
  assert.throws(() => readConfiguration({ KLINKE_DATA_DIR: dataDir, KLINKE_SIP_PORT: 'sip' }), {
    message: 'KLINKE_SIP_PORT: "sip" cannot be used: expected a whole number from 0 to 65535.',
  })
})

test('the password in a wrong database URL is not shown', () => {
  assert.throws(
    () => readConfiguration({ KLINKE_DATA_DIR: dataDir, DATABASE_URL: 'mysql://klinke:hunter2@db/klinke' }),
    (error) => error instanceof InvalidConfiguration && !error.message.includes('hunter2'),
  )
})

const wrong: readonly (readonly [variable: string, value: string])[] = [
  ['KLINKE_SIP_PORT', 'sip'],
  ['KLINKE_SIP_PORT', '70000'],
  ['KLINKE_RTP_PORTS', '20000'],
  ['KLINKE_RTP_PORTS', '20001-20002'],
  ['KLINKE_PUBLIC_ADDRESS', 'example.com'],
  ['KLINKE_BIND_ADDRESSES', '0.0.0.0,localhost'],
  ['KLINKE_DNS_SERVERS', 'dns.example'],
  ['KLINKE_DNS_SERVERS', '192.0.2.53,192.0.2.53:x'],
  ['KLINKE_DRAIN_SECONDS', '-1'],
  ['KLINKE_LOG_LEVEL', 'loud'],
  ['KLINKE_DATA_DIR', '/dev/null/x'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['KLINKE_SIP_PROT', '5060'],
  ['KLINKE_S3_URL', 'https://s3.example.com'],
  ['KLINKE_S3_URL', 'ftp://s3.example.com/bucket'],
]

for (const [variable, value] of wrong) {
  test(`${variable}=${value} is refused in one line that names the variable`, () => {
    assert.throws(
      () => readConfiguration({ KLINKE_DATA_DIR: dataDir, [variable]: value }),
      (error) => error instanceof InvalidConfiguration && error.message.startsWith(`${variable}: `) && !error.message.includes('\n'),
    )
  })
}

test('a bucket needs its keys, and is in no region of its own unless that is said', () => {
  const bucket = { KLINKE_DATA_DIR: dataDir, KLINKE_S3_URL: 'https://s3.example.com/klinke', KLINKE_S3_ACCESS_KEY: 'id' }
  assert.throws(() => readConfiguration(bucket), /^InvalidConfiguration|KLINKE_S3_SECRET_KEY: /)
  const url = 'https://s3.example.com/klinke'
  assert.deepEqual(readConfiguration({ ...bucket, KLINKE_S3_SECRET_KEY: 'secret' }).s3, {
    ...{ url, accessKeyId: 'id', secretAccessKey: 'secret', region: 'us-east-1' },
  })
  assert.equal(readConfiguration({ KLINKE_DATA_DIR: dataDir }).s3, undefined)
})

test('a certificate needs its key, and the name that it is for', () => {
  const own = { KLINKE_DATA_DIR: dataDir, KLINKE_TLS_CERTIFICATE: '/etc/pbx.pem' }
  assert.throws(() => readConfiguration(own), /KLINKE_TLS_KEY: is needed/)
  const pair = { ...own, KLINKE_TLS_KEY: '/etc/pbx.key' }
  assert.throws(() => readConfiguration(pair), /KLINKE_PUBLIC_URL: is needed/)
  assert.throws(() => readConfiguration({ ...pair, KLINKE_PUBLIC_URL: 'http://pbx.example.com' }), /KLINKE_PUBLIC_URL: /)
  const { tls, sipsCertificate } = readConfiguration({ ...pair, KLINKE_PUBLIC_URL: 'https://pbx.example.com' })
  assert.deepEqual([tls?.httpsPort, tls?.redirectPort], [443, 80])
  assert.deepEqual(tls?.source, { kind: 'files', paths: { certificate: '/etc/pbx.pem', key: '/etc/pbx.key' } })
  assert.equal(sipsCertificate, undefined)
  assert.equal(
    readConfiguration({ KLINKE_DATA_DIR: dataDir, KLINKE_PUBLIC_URL: 'https://pbx.example.com' }).tls,
    undefined,
    'behind a proxy',
  )
})

test('an authority is asked for the name that is configured, instead of files, by https alone', () => {
  const directory = 'https://acme.example/directory'
  const named = { KLINKE_DATA_DIR: dataDir, KLINKE_PUBLIC_URL: 'https://pbx.example.com', KLINKE_ACME_DIRECTORY: directory }
  assert.deepEqual(readConfiguration(named).tls?.source, {
    kind: 'acme',
    acme: { directoryUrl: directory, contact: undefined, binding: undefined },
  })
  const rows: readonly (readonly [refused: string, more: NodeJS.ProcessEnv])[] = [
    ['KLINKE_PUBLIC_URL', { KLINKE_PUBLIC_URL: '' }],
    ['KLINKE_PUBLIC_URL', { KLINKE_PUBLIC_URL: 'https://192.0.2.1' }],
    ['KLINKE_PUBLIC_URL', { KLINKE_PUBLIC_URL: 'https://[2001:db8::1]' }],
    ['KLINKE_ACME_DIRECTORY', { KLINKE_ACME_DIRECTORY: 'http://acme.example/directory' }],
    ['KLINKE_ACME_DIRECTORY', { KLINKE_TLS_CERTIFICATE: '/etc/pbx.pem', KLINKE_TLS_KEY: '/etc/pbx.key' }],
    ['KLINKE_ACME_EAB_KEY', { KLINKE_ACME_EAB_KEY_ID: 'id' }],
    ['KLINKE_ACME_EAB_KEY_ID', { KLINKE_ACME_EAB_KEY: 'key' }],
  ]
  for (const [refused, more] of rows) {
    assert.throws(() => readConfiguration({ ...named, ...more }), new RegExp(`${refused}: `), JSON.stringify(more))
  }
})

test('a data folder is made for its owner only, and one that was left open is closed to others', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777
  const fresh = join(dataDir, 'fresh', 'data')
  readConfiguration({ KLINKE_DATA_DIR: fresh })
  assert.equal(modeOf(fresh), 0o700)
  const old = join(dataDir, 'old')
  mkdirSync(old)
  chmodSync(old, 0o755)
  readConfiguration({ KLINKE_DATA_DIR: old })
  assert.equal(modeOf(old), 0o755, 'somebody else may have reasons')
  writeFileSync(join(old, 'secret.key'), '')
  readConfiguration({ KLINKE_DATA_DIR: old })
  assert.equal(modeOf(old), 0o750)
})
