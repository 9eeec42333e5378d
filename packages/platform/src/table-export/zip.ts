import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface FileToZip {
  /** ASCII. */
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

const METHOD_DEFLATE = 8
const VERSION_2_0 = 20
/** 1980-01-01: the earliest that the format knows. Files of the same content are the same octets. */
const NO_TIME = 0x0021_0000

/**
 * An archive (APPNOTE.TXT 6.3, without its 64-bit fields) in memory. Compressing is done beside the main thread.
 *
 *     per file: local header, name, data … per file: central header, name … end of central directory
 */
export async function zipOf(files: readonly FileToZip[]): Promise<Buffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { data, common } = await packed(file)
    const name = Buffer.from(file.name, 'latin1')
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, uint16(name.length, 0), name, ...data])
    directory.push(
      Buffer.concat([
        ...[Buffer.from('PK\x01\x02', 'latin1'), uint16(VERSION_2_0), common],
        // Name, extra field, comment; disk, internal and external attributes.
        ...[uint16(name.length, 0, 0, 0, 0, 0, 0), uint32(offset), name],
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = [uint16(0, 0, files.length, files.length), uint32(listed.length, offset), uint16(0)]
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), ...end])
}

/** The octets of a file, and the fields that stand in both of its headers. */
async function packed({ content }: FileToZip): Promise<{ readonly data: readonly Buffer[]; readonly common: Buffer }> {
  const data: Buffer[] = []
  let [check, octets] = [0, 0]
  await pipeline(
    async function* counted() {
      for await (const text of content) {
        const piece = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength)
        check = crc32(piece, check)
        octets += piece.length
        yield piece
      }
    },
    createDeflateRaw(),
    async (source: AsyncIterable<Buffer>) => {
      for await (const piece of source) data.push(piece)
    },
  )
  const packedOctets = data.reduce((sum, piece) => sum + piece.length, 0)
  return { data, common: Buffer.concat([uint16(VERSION_2_0, 0, METHOD_DEFLATE), uint32(NO_TIME, check, packedOctets, octets)]) }
}

function uint16(...values: readonly number[]): Buffer {
  const octets = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) octets.writeUInt16LE(value, index * 2)
  return octets
}

function uint32(...values: readonly number[]): Buffer {
  const octets = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) octets.writeUInt32LE(value, index * 4)
  return octets
}
