import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** RFC 1035 §3.2.2 and later. */
const TYPES = { A: 1, AAAA: 28, SRV: 33, NAPTR: 35 } as const
const NAME_ERROR = 3

export type DnsRecord =
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'SRV'; readonly priority: number; readonly weight: number; readonly port: number; readonly target: string }
  | {
      readonly type: 'NAPTR'
      readonly order: number
      readonly preference: number
      readonly flags: string
      readonly service: string
      readonly replacement: string
      /** Substitution expression (RFC 3402 §3.2); absent: none. */
      readonly regexp?: string
    }

export interface DnsServer {
  /** `address:port`. */
  readonly server: string
  /** Questions asked so far, such as `SRV _sip._udp.example.com`. */
  readonly asked: readonly string[]
  /** Answers nothing from now on. */
  fallSilent(): void
  close(): void
}

/** A name server on loopback with one zone in memory. */
export async function startDns(zone: Readonly<Record<string, readonly DnsRecord[]>>, ttlSeconds = 300): Promise<DnsServer> {
  const socket = createSocket('udp4')
  const asked: string[] = []
  let silent = false
  socket.on('message', (query, from) => {
    const { name, type, end } = readQuestion(query)
    asked.push(`${type} ${name}`)
    const records = zone[name]
    if (!silent)
      socket.send(
        answer(
          query.subarray(0, end),
          records?.filter((record) => record.type === type),
          ttlSeconds,
        ),
        from.port,
        from.address,
      )
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return {
    server: `127.0.0.1:${socket.address().port}`,
    asked,
    fallSilent: () => {
      silent = true
    },
    close: () => void socket.close(),
  }
}

function readQuestion(query: Buffer): { name: string; type: string; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  const code = query.readUInt16BE(at + 1)
  const type = Object.entries(TYPES).find(([, value]) => value === code)?.[0] ?? String(code)
  return { name: labels.join('.').toLowerCase(), type, end: at + 5 }
}

/** `undefined` records: the name does not exist. */
function answer(question: Buffer, records: readonly DnsRecord[] | undefined, ttlSeconds: number): Buffer {
  const header = Buffer.from(question)
  header.writeUInt16BE(0x8180 | (records ? 0 : NAME_ERROR), 2)
  header.writeUInt16BE(records?.length ?? 0, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([header, ...(records ?? []).map((record) => resource(record, ttlSeconds))])
}

function resource(record: DnsRecord, ttlSeconds: number): Buffer {
  const data = dataOf(record)
  const head = Buffer.alloc(12)
  // The name is that of the question, at offset 12.
  head.writeUInt16BE(0xc00c, 0)
  head.writeUInt16BE(TYPES[record.type], 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt32BE(ttlSeconds, 6)
  head.writeUInt16BE(data.length, 10)
  return Buffer.concat([head, data])
}

function dataOf(record: DnsRecord): Buffer {
  switch (record.type) {
    case 'A':
      return Buffer.from(record.address.split('.').map(Number))
    case 'AAAA':
      return Buffer.from(record.address.replaceAll(':', ''), 'hex')
    case 'SRV':
      return Buffer.concat([numbers(record.priority, record.weight, record.port), domain(record.target)])
    case 'NAPTR':
      return Buffer.concat([
        numbers(record.order, record.preference),
        text(record.flags),
        text(record.service),
        text(record.regexp ?? ''),
        domain(record.replacement),
      ])
  }
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index)
  return bytes
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.of(value.length), Buffer.from(value)])
}

/** The root is the name without labels. */
function domain(name: string): Buffer {
  return Buffer.concat([
    ...name
      .split('.')
      .filter((label) => label !== '')
      .map(text),
    Buffer.of(0),
  ])
}
