/** The thread in which one paper is made. */
import { parentPort, workerData } from 'node:worker_threads'
import { drawPaper } from './draw-paper.ts'
import type { Paper } from './paper.ts'
import { readTypeface } from './sheet.ts'

const pdf = await drawPaper(workerData as Paper, readTypeface())
parentPort?.postMessage(pdf)
