import { createRequire } from 'node:module'
import { freePort } from './free-port.ts'
import { PeerProcess } from './peer-process.ts'
import { TemporaryFolder } from './temporary-folder.ts'

const READY_MS = 20_000
const BUCKET = 'klinke'
/** The only account that s3rver knows. */
const ACCOUNT = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1' }

export interface S3Place {
  readonly url: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
}

/** A real S3 server, in a process of its own; it checks signatures. */
export class S3Server implements AsyncDisposable {
  /** How its bucket is reached. */
  readonly access: S3Place
  readonly #folder: TemporaryFolder
  readonly #port: number
  #process: PeerProcess

  private constructor(folder: TemporaryFolder, port: number, process: PeerProcess) {
    this.access = { url: `http://127.0.0.1:${port}/${BUCKET}`, ...ACCOUNT }
    this.#folder = folder
    this.#port = port
    this.#process = process
  }

  /** With an empty bucket. */
  static async start(): Promise<S3Server> {
    const folder = new TemporaryFolder('s3')
    const port = await freePort()
    return new S3Server(folder, port, await serve(folder.path, port))
  }

  /** It goes away: nobody listens any more. */
  async stop(): Promise<void> {
    await this.#process.stop()
  }

  /** It is back, with what it had. */
  async restart(): Promise<void> {
    this.#process = await serve(this.#folder.path, this.#port)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
    this.#folder[Symbol.dispose]()
  }
}

async function serve(folder: string, port: number): Promise<PeerProcess> {
  const options = [
    '--directory',
    folder,
    '--address',
    '127.0.0.1',
    '--port',
    String(port),
    '--no-vhost-buckets',
    '--configure-bucket',
    BUCKET,
  ]
  // The package has its command line, but no program.
  const { resolve } = createRequire(import.meta.url)
  const cli = resolve('@20minutes/s3rver/lib/cli')
  const script = `${signsPathsAsSent(resolve('@20minutes/s3rver/lib/signature/v4'))}; require(${JSON.stringify(cli)}).parse(process.argv)`
  const server = new PeerProcess(process.execPath, ['-e', script, 's3rver', ...options])
  await server.printed(/listening/i, READY_MS)
  return server
}

/** s3rver leaves out the slash at the end of the bucket's own path; in Signature Version 4 the path is signed as it is sent. */
function signsPathsAsSent(signature: string): string {
  const withSlash = `{ ...request, uri: request.uri === '/${BUCKET}' ? '/${BUCKET}/' : request.uri }`
  return `const v4 = require(${JSON.stringify(signature)}), plain = v4.getStringToSign
    v4.getStringToSign = (request, ...more) => plain(${withSlash}, ...more)`
}
