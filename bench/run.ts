/**
 * `npm run bench [-- part …]`: the benchmarks one after the other, beside their peers in the same run, as one
 * table; the figures also go to bench/out/. Run it on a machine that does nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { providePeers } from '../scripts/peers.ts'
import { type Figure, isReached, table } from './figure.ts'
import type { Part } from './part.ts'
import { admission } from './parts/admission.ts'
import { api } from './parts/api.ts'
import { blf } from './parts/blf.ts'
import { calls } from './parts/calls.ts'
import { conference } from './parts/conference.ts'
import { configurationReload } from './parts/configuration-reload.ts'
import { dtmf } from './parts/dtmf.ts'
import { featureCode } from './parts/feature-code.ts'
import { heldCalls } from './parts/held-calls.ts'
import { invoiceRun } from './parts/invoice-run.ts'
import { itemisedBill } from './parts/itemised-bill.ts'
import { lamps } from './parts/lamps.ts'
import { manyLamps } from './parts/many-lamps.ts'
import { mediaRelay } from './parts/media-relay.ts'
import { numbering } from './parts/numbering.ts'
import { outboundRules } from './parts/outbound-rules.ts'
import { players } from './parts/players.ts'
import { portal } from './parts/portal.ts'
import { rating } from './parts/rating.ts'
import { registrations } from './parts/registrations.ts'
import { routeDecision } from './parts/route-decision.ts'
import { sipMessage } from './parts/sip-message.ts'
import { srtp } from './parts/srtp.ts'
import { sustainedCalls } from './parts/sustained-calls.ts'
import { transcoding } from './parts/transcoding.ts'
import { webPhone } from './parts/web-phone.ts'

const PARTS: readonly Part[] = [
  sipMessage,
  numbering,
  outboundRules,
  routeDecision,
  configurationReload,
  admission,
  rating,
  invoiceRun,
  itemisedBill,
  srtp,
  calls,
  sustainedCalls,
  registrations,
  blf,
  lamps,
  manyLamps,
  heldCalls,
  featureCode,
  mediaRelay,
  conference,
  players,
  transcoding,
  dtmf,
  webPhone,
  portal,
  api,
]

async function run(parts: readonly Part[], folder: string): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const part of parts) {
    console.log(`— ${part.name}`)
    const measured = await part.run((line) => console.log(line))
    const kept = { at: new Date().toISOString(), figures: measured }
    writeFileSync(join(folder, `${part.name}.json`), `${JSON.stringify(kept, undefined, 2)}\n`)
    figures.push(...measured)
  }
  return figures
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name))
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${PARTS.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}
providePeers(['sipp', 'kamailio', 'rtpengine', 'espeak-ng', 'ffmpeg', 'chromium'])
const folder = join(import.meta.dirname, 'out')
mkdirSync(folder, { recursive: true })
const figures = await run(
  PARTS.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
  folder,
)
const [processor] = cpus()
console.log(
  `\n${processor?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
)
console.log(`\n${table(figures)}`)
process.exitCode = figures.every(isReached) ? 0 : 1
