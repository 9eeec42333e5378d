import type { EmbeddedEndpoint } from './embedded-endpoint.ts'
import { pairLines } from './line-pairs.ts'
import type { MediaWorker } from './media-worker.ts'

type Connectable = Pick<EmbeddedEndpoint, 'streams' | 'leg'>

/** Lets two endpoints of one worker hear each other, line by line. */
export function connectLines(worker: MediaWorker, a: Connectable, b: Connectable): void {
  for (const [lineOfA, lineOfB] of pairLines(a.streams, b.streams)) {
    const [legOfA, legOfB] = [a.leg(lineOfA), b.leg(lineOfB)]
    if (legOfA && legOfB) worker.connect(legOfA, legOfB)
  }
}
