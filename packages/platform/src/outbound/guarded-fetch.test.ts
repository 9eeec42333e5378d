import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardedFetch } from './guarded-fetch.ts'
import { PrivateAddress } from './guarded-lookup.ts'

test('what a customer names does not lead into our own networks, by address or by name', async () => {
  const fetch = guardedFetch({ privateNetworks: false })
  const urls = ['http://127.0.0.1:1/', 'http://2130706433:1/', 'http://[::1]:1/', 'http://[::ffff:127.0.0.1]:1/', 'http://169.254.169.254/']
  for (const url of [...urls, 'http://localhost:1/', 'https://10.0.0.1/', 'file:///etc/passwd'])
    await assert.rejects(fetch(url, { method: 'GET', headers: {} }), PrivateAddress, url)
})
