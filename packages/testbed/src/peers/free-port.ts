import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** Below the ports that the kernel hands out by itself (32768 up), so that no passing connection takes one in between, and beside those of media. */
const FIRST = 7_000
const LAST = 15_900
/** Test files run side by side, and so may test runs; each has ports of its own, so that none takes what another has found free and not opened yet, or opens again after a restart. */
const LANES = 8
/** Whoever listens here has that lane, until its process ends. */
const FIRST_FLAG = FIRST - LANES
/** Of these, `fetch` and browsers refuse to connect to this one (WHATWG Fetch, "bad port"). */
const REFUSED_BY_BROWSERS = 10_080
/** Ports that this process was given; what was found free may be opened much later. */
const given = new Set<number>()
/** Those of them that are needed no longer, the longest ago first: late packets for who had them may still come. */
const resting: (readonly number[])[] = []

/**
 * A port on 127.0.0.1 that is free for UDP and TCP now, and so are the `count - 1` after it: baresip takes the next one
 * for TLS. Chosen by chance, so that test runs side by side do not meet, and not twice in a process as long as there are others.
 */
export async function freePort(count = 2): Promise<number> {
  const width = Math.floor((LAST - FIRST) / LANES)
  const first = FIRST + (await laneOfTests()) * width
  for (;;) {
    const ports = await unused(first, first + width, count)
    if (ports !== undefined) {
      for (const each of ports) given.add(each)
      return ports[0] ?? first
    }
    const rested = resting.shift()
    if (rested === undefined) throw new Error(`No ${count} free ports between ${first} and ${first + width}.`)
    for (const each of rested) given.delete(each)
  }
}

/** These, which `freePort` has given, are closed and needed no longer. */
export function giveBack(port: number, count = 2): void {
  resting.push(portsFrom(port, count))
}

/** So many in a row that nobody was given and nobody has opened, the first an even one. */
async function unused(from: number, to: number, count: number): Promise<readonly number[] | undefined> {
  const begins = Array.from({ length: to - from }, (_, index) => from + index)
  const rows = begins.filter((port) => port % 2 === 0 && port + count <= to).map((port) => portsFrom(port, count))
  const candidates = rows.filter((ports) => !ports.some((each) => given.has(each) || each === REFUSED_BY_BROWSERS))
  while (candidates.length > 0) {
    const [ports] = candidates.splice(randomInt(candidates.length), 1)
    if (ports !== undefined && (await allFree(ports))) return ports
  }
  return undefined
}

function portsFrom(port: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => port + index)
}

let lane: Promise<number> | undefined

/** The lane of this process, from 0 to `LANES - 1`: that of its place in the test run (Node's test runner tells), or another that nobody has. */
export function laneOfTests(): Promise<number> {
  lane ??= claimLane(Number(process.env.NODE_TEST_WORKER_ID ?? 0) % LANES)
  return lane
}

/** When all are taken it is shared: many test runs at a time meet now and then. */
async function claimLane(wanted: number): Promise<number> {
  for (let offset = 0; offset < LANES; offset++) {
    const tried = (wanted + offset) % LANES
    if (await claims(FIRST_FLAG + tried)) return tried
  }
  return wanted
}

function claims(flag: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(flag, '127.0.0.1', () => {
      server.unref()
      resolve(true)
    })
  })
}

async function allFree(ports: readonly number[]): Promise<boolean> {
  for (const port of ports) if (!((await isFreeForTcp(port)) && (await isFreeForUdp(port)))) return false
  return true
}

function isFreeForTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const tcp = createServer()
    tcp.once('error', () => resolve(false))
    tcp.listen(port, '127.0.0.1', () => tcp.close(() => resolve(true)))
  })
}

function isFreeForUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const udp = createSocket('udp4')
    udp.once('error', () => resolve(false))
    udp.bind(port, '127.0.0.1', () => udp.close(() => resolve(true)))
  })
}
