/** Ten thousand INVITEs of strangers that are never acknowledged, over real sockets; calls of the house go on meanwhile. */
import assert from 'node:assert/strict'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { missingPeers, RunningProduct, within } from '@klinke/testbed'
import { ANSWER, CALL } from './scenarios.ts'
import { endedRecords, noLiveCalls, root, sippCalled, sippCaller } from './support.ts'

/** As many addresses of loopback, and as many INVITEs from each as one gets challenges for. */
const SOURCES = 100
const INVITES_EACH = 100
const CALLS = 20
const DEADLINE_MS = 60_000
const MIB = 1024 * 1024
/** 10,000 transactions of some 5 KiB, and what Node takes in advance. */
const GROWTH_LIMIT = 150 * MIB

function residentBytes(pid: number): number {
  const [, kib] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kib) * 1024
}

function invite(domain: string, source: string, { callId, attempt }: { callId: string; attempt: number }): string {
  return [
    `INVITE sip:10@${domain} SIP/2.0`,
    `Via: SIP/2.0/UDP ${source}:5060;rport;branch=z9hG4bK${attempt}-${callId}`,
    `From: <sip:stranger@${domain}>;tag=${attempt}-${callId}`,
    `To: <sip:10@${domain}>`,
    `Call-ID: ${callId}`,
    'CSeq: 1 INVITE',
    `Contact: <sip:stranger@${source}>`,
    'Max-Forwards: 70',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n')
}

/**
 * Sends a source's INVITEs, settles when each has its 401, and acknowledges none. What is refused because the exchange is late (503), which it is at the
 * first hundred of a machine with much else to do, is sent again when the refusal says.
 */
async function flood(socket: Socket, product: RunningProduct, source: string): Promise<void> {
  const { port, address } = product.sip()
  const unanswered = new Set(Array.from({ length: INVITES_EACH }, (_, index) => `${source}-${index}`))
  const challenged = Promise.withResolvers<void>()
  const send = (callId: string, attempt: number): void => {
    if (unanswered.has(callId)) socket.send(invite(product.demo.sip.domain, source, { callId, attempt }), port, address)
  }
  socket.on('message', (bytes) => {
    const response = bytes.toString()
    const [, status, attempt, callId = ''] = /^SIP\/2\.0 (\d+) [\s\S]*branch=z9hG4bK(\d+)-[\s\S]*Call-ID: (\S+)/.exec(response) ?? []
    const [, seconds] = /Retry-After: (\d+)/.exec(response) ?? []
    if (status === '401') unanswered.delete(callId)
    if (status === '503') setTimeout(send, Number(seconds) * 1000, callId, Number(attempt) + 1)
    if (unanswered.size === 0) challenged.resolve()
  })
  for (const callId of unanswered) send(callId, 1)
  await within(DEADLINE_MS, `the challenges of all INVITEs from ${source}`, challenged.promise)
}

test('10,000 INVITEs of strangers wait for their ACK: calls of the house go on, in bounded memory', {
  skip: missingPeers('sipp'),
}, async () => {
  await using product = await RunningProduct.start({ root })
  await using uas = await sippCalled(product, { extension: '11', scenario: ANSWER, calls: CALLS })
  const before = residentBytes(product.pid)
  await using sockets = new AsyncDisposableStack()
  for (let index = 1; index <= SOURCES; index++) {
    const source = `127.0.1.${index}`
    const socket = sockets.adopt(createSocket('udp4').bind(0, source), (open) => void open.close())
    await once(socket, 'listening')
    await flood(socket, product, source)
  }
  await using uac = await sippCaller(product, { extension: '10', peer: '11', scenario: CALL, calls: CALLS, callsPerSecond: 10 })
  assert.equal((await uac.succeeded(DEADLINE_MS)).successfulCalls, CALLS)
  await uas.succeeded(DEADLINE_MS)
  await noLiveCalls(product)
  assert.equal((await endedRecords(product, CALLS, ({ cause }) => cause === 'hung-up-by-caller')).length, CALLS)
  const grown = residentBytes(product.pid) - before
  assert.ok(grown < GROWTH_LIMIT, `grown by ${Math.round(grown / MIB)} MiB`)
})
