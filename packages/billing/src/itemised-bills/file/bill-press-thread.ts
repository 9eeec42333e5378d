/** The thread in which itemised bills become PDFs: thousands of pages, for which no call may wait. */
import { parentPort } from 'node:worker_threads'
import { readTypeface } from '@klinke/platform/paper'
import type { PressMessage } from './bill-press.ts'
import { BillSheet } from './bill-sheet.ts'

const typeface = readTypeface()
const open = new Map<number, BillSheet>()

parentPort?.on('message', (message: PressMessage) => {
  const { id } = message
  try {
    switch (message.kind) {
      case 'begin':
        open.set(id, new BillSheet(message.head, typeface))
        return
      case 'add':
        sheetOf(id).add(message.items)
        parentPort?.postMessage({ id })
        return
      case 'abandon':
        open.delete(id)
        return
      case 'finish':
        finish(id)
    }
  } catch (error) {
    fail(id, error)
  }
})

/** A thread that has taken the place of a dead one knows no bill of before. */
function sheetOf(id: number): BillSheet {
  const sheet = open.get(id)
  if (sheet === undefined) throw new Error('Its first pages are lost.')
  return sheet
}

function finish(id: number): void {
  const sheet = sheetOf(id)
  open.delete(id)
  sheet.finish().then(
    (octets) => parentPort?.postMessage({ id, octets }, handedOver(octets)),
    (error: unknown) => fail(id, error),
  )
}

/** A long file is given away, so that it is not in memory twice. */
function handedOver({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

function fail(id: number, error: unknown): void {
  open.delete(id)
  parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) })
}
