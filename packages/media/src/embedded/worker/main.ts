/** Entry of a media worker thread. */
import { parentPort, workerData } from 'node:worker_threads'
import { assert } from '@klinke/foundation'
import { G722, PCMA, PCMU } from '@klinke/rtp'
import { loadOpus } from '../../codecs/opus-codec.ts'
import { DtlsContext } from '../../dtls/dtls-context.ts'
import { openOpenSsl } from '../../dtls/open-ssl.ts'
import type { Command, Report, WorkerSettings } from '../protocol.ts'
import { MediaController } from './controller.ts'
import { openPacketIo } from './open-packet-io.ts'

const settings = workerData as WorkerSettings
const port = parentPort
assert(port !== null, 'a media worker runs as a worker thread')

const { io, kind, descriptors } = await openPacketIo(settings.packetIo)
let outbox: Report[] = []
const report = (item: Report): void => {
  if (outbox.length === 0) {
    queueMicrotask(() => {
      port.postMessage(outbox)
      outbox = []
    })
  }
  outbox.push(item)
}

report({ kind: 'started', packetIo: kind, descriptors })
const codecs = [PCMA, PCMU, G722, await loadOpus()]
const ssl = settings.identity && openOpenSsl()
const dtls = settings.identity && ssl && new DtlsContext(ssl, settings.identity)
const controller = new MediaController(settings, io, codecs, dtls, report)
port.on('message', (commands: readonly Command[]) => controller.take(commands))
controller.run()
