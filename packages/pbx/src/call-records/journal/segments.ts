import { readdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeLine, type Line } from './line.ts'

/** A file of the journal; they are numbered in the order of writing. */
export interface Segment {
  readonly number: number
  readonly path: string
}

const NAME = /^journal-(\d{8})\.log$/
const CHUNK_BYTES = 1_048_576
const LINE_FEED = 10

/** The journal's files, oldest first. */
export function listSegments(directory: string): Segment[] {
  return readdirSync(directory)
    .flatMap((name) => {
      const number = NAME.exec(name)?.[1]
      return number === undefined ? [] : [{ number: Number(number), path: join(directory, name) }]
    })
    .sort((a, b) => a.number - b.number)
}

export function segmentAt(directory: string, number: number): Segment {
  return { number, path: join(directory, `journal-${String(number).padStart(8, '0')}.log`) }
}

export interface LinesRead {
  readonly lines: readonly Line[]
  /** Where the next read goes on. */
  readonly nextOffset: number
  /** Lines that were torn and left out. */
  readonly torn: number
}

/** Reads a journal from its oldest line on. One buffer serves all reads; a line longer than it makes it longer. */
export class SegmentReader {
  #buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  #path: string | undefined
  #file: FileHandle | undefined

  /**
   * The whole lines that begin at `offset`, a chunk at a time. A last line without its line feed is not there
   * yet, or never will be: then `nextOffset` stays before it.
   */
  async read(segment: Segment, offset: number): Promise<LinesRead> {
    const file = await this.#fileOf(segment)
    for (;;) {
      const { bytesRead } = await file.read(this.#buffer, 0, this.#buffer.length, offset)
      const end = this.#buffer.subarray(0, bytesRead).lastIndexOf(LINE_FEED) + 1
      if (end > 0 || bytesRead < this.#buffer.length) return { ...split(this.#buffer.toString('utf8', 0, end)), nextOffset: offset + end }
      this.#buffer = Buffer.allocUnsafeSlow(this.#buffer.length * 2)
    }
  }

  async close(): Promise<void> {
    this.#path = undefined
    await this.#file?.close()
    this.#file = undefined
  }

  async #fileOf(segment: Segment): Promise<FileHandle> {
    if (this.#file && this.#path === segment.path) return this.#file
    await this.close()
    this.#file = await open(segment.path)
    this.#path = segment.path
    return this.#file
  }
}

function split(text: string): { readonly lines: readonly Line[]; readonly torn: number } {
  const lines: Line[] = []
  let torn = 0
  for (const part of text.split('\n')) {
    if (part === '') continue
    const line = decodeLine(part)
    if (line) lines.push(line)
    else torn++
  }
  return { lines, torn }
}
