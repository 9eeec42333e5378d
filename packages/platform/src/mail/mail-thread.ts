/** The thread in which one mail is read. */
import { parentPort, workerData } from 'node:worker_threads'
import { parseMail } from './parse-mail.ts'

parentPort?.postMessage(await parseMail(workerData as Uint8Array))
