/**
 * `node bench/udp-transport.ts`: SIP messages through one UDP socket of the transport, received and answered on one core;
 * another process sends. Prints messages per second and the processor time of one message received and one sent.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { silentLogger } from '@klinke/foundation'
import { SipTransport } from '@klinke/net'
import { systemClock } from '@klinke/platform'

const MEASURE_MS = 4_000
const IN_FLIGHT = 200
const MESSAGE = Buffer.from(
  `OPTIONS sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\nX-Padding: ${'x'.repeat(500)}\r\n\r\n`,
)

interface Count {
  readonly messages: number
  readonly cpuMicros: number
}

type Subject = 'transport' | 'dgram'

/** In the child: answers each message with itself. */
async function echo(subject: Subject): Promise<void> {
  let messages = 0
  const port = subject === 'transport' ? await echoByTransport(() => messages++) : await echoByDgram(() => messages++)
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ messages, cpuMicros: user + system } satisfies Count)
  })
  process.send?.(port)
}

async function echoByTransport(count: () => void): Promise<number> {
  const transport = await SipTransport.open({
    clock: systemClock(),
    logger: silentLogger,
    listen: [{ protocol: 'UDP', address: '127.0.0.1', port: 0 }],
    exempt: () => true,
  })
  transport.attach({
    received: (message, flow) => {
      count()
      transport.send(flow, message, () => undefined)
    },
    flowClosed: () => undefined,
  })
  return transport.listening[0]?.port ?? 0
}

async function echoByDgram(count: () => void): Promise<number> {
  const socket = createSocket('udp4', (message, from) => {
    count()
    socket.send(message, from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket.address().port
}

async function measure(subject: Subject): Promise<void> {
  const child = fork(import.meta.filename, [subject])
  const port = await next<number>(child)
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 << 20, lookup: (address, _options, done) => done(null, address, 4) })
  socket.on('message', () => socket.send(MESSAGE, port, '127.0.0.1'))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  for (let sent = 0; sent < IN_FLIGHT; sent++) socket.send(MESSAGE, port, '127.0.0.1')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const before = await ask(child)
  await new Promise((resolve) => setTimeout(resolve, MEASURE_MS))
  const after = await ask(child)
  const messages = after.messages - before.messages
  const perSecond = Math.round((messages * 1000) / MEASURE_MS)
  const cpuMicros = (after.cpuMicros - before.cpuMicros) / messages
  console.log(
    `${subject.padEnd(10)} ${perSecond.toLocaleString('en')} received and sent per second, ${cpuMicros.toFixed(2)} µs of processor time each`,
  )
  socket.close()
  child.kill()
}

function ask(child: ChildProcess): Promise<Count> {
  child.send('count')
  return next<Count>(child)
}

async function next<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T]
  return message
}

const [subject] = process.argv.slice(2)
if (subject === 'transport' || subject === 'dgram') await echo(subject)
else for (const each of ['dgram', 'transport'] as const) await measure(each)
