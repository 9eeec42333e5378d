import { parentPort, workerData } from 'node:worker_threads'
import { convert } from './convert.ts'

/** Runs as a thread: one file in, one result out. */
const octets: unknown = workerData
if (octets instanceof Uint8Array) parentPort?.postMessage(await convert(octets))
