import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { S3mini, S3ServiceError } from 's3mini'
import type { Bucket } from './bucket.ts'
import { StorageAway } from './folder-blob-store.ts'

/** One part of an upload; S3 takes 5 MiB to 5 GiB, and at most 10,000 parts. */
const PART_OCTETS = 8 * 1024 * 1024
/** A store that takes longer for one part, or one answer, is away. */
const ANSWER_WITHIN_MS = 60_000
const NOT_FOUND = 404

export interface S3Access {
  /** With the bucket as path: `https://s3.example.com/bucket`. */
  readonly url: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

/** A bucket of an S3-compatible store. */
export class S3Bucket implements Bucket {
  readonly #client: S3mini

  constructor({ url, accessKeyId, secretAccessKey, region }: S3Access) {
    this.#client = new S3mini({ endpoint: url, accessKeyId, secretAccessKey, region, fetch: patientFetch })
  }

  async put(key: string, path: string): Promise<void> {
    await orAway(async () => {
      await using file = await open(path, 'r')
      const { size } = await file.stat()
      if (size > PART_OCTETS) await this.#putParts(key, file, size)
      else await this.#client.putObject(key, await readAt(file, 0, size))
    })
  }

  get(key: string, range?: { readonly first: number; readonly last: number }): Promise<Readable | undefined> {
    return orAway(async () => {
      const { body } = await this.#client.getObjectRaw(key, range === undefined, range?.first, range && range.last + 1)
      return body === null ? Readable.from([]) : Readable.fromWeb(body)
    })
  }

  octets(key: string): Promise<number | undefined> {
    return orAway(async () => ((await this.#client.objectExists(key)) === true ? this.#client.getContentLength(key) : undefined))
  }

  async remove(key: string): Promise<void> {
    await orAway(() => this.#client.deleteObject(key))
  }

  async folders(): Promise<readonly string[]> {
    const listed = await orAway(() => this.#client.listObjects('/', '', undefined, { delimiter: '/' }))
    return (listed ?? []).filter(({ Key }) => Key.endsWith('/')).map(({ Key }) => Key.slice(0, -1))
  }

  async keys(folder: string): Promise<readonly string[]> {
    const listed = await orAway(() => this.#client.listObjects('/', `${folder}/`))
    return (listed ?? []).map(({ Key }) => Key).filter((key) => key.startsWith(`${folder}/`))
  }

  async #putParts(key: string, file: FileHandle, size: number): Promise<void> {
    const upload = await this.#client.getMultipartUploadId(key)
    try {
      const parts: Awaited<ReturnType<S3mini['uploadPart']>>[] = []
      for (let at = 0; at < size; at += PART_OCTETS) {
        const octets = await readAt(file, at, Math.min(PART_OCTETS, size - at))
        parts.push(await this.#client.uploadPart(key, upload, octets, parts.length + 1))
      }
      await this.#client.completeMultipartUpload(key, upload, parts)
    } catch (error) {
      // Parts that nobody completes are paid for; what does not come through here the bucket's own rules delete.
      await this.#client.abortMultipartUpload(key, upload).catch(() => undefined)
      throw error
    }
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const octets = Buffer.alloc(length)
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(octets, at, length - at, position + at)
    if (bytesRead === 0) return octets.subarray(0, at)
    at += bytesRead
  }
  return octets
}

/** A download may take as long as its listener; everything else has an end. */
const patientFetch: typeof fetch = (input, init) => {
  const isDownload = init?.method === 'GET' && !String(input).includes('list-type=')
  return fetch(input, isDownload ? init : { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
}

/** Undefined for what is not there. */
async function orAway<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof S3ServiceError && error.status === NOT_FOUND) return undefined
    throw new StorageAway(error)
  }
}
