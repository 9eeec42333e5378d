import { join } from 'node:path'
import { freePort, RunningProduct, register, Sipp } from '@klinke/testbed'
import { addBenchTenant, BENCH_DOMAIN, benchExtensions, PASSWORD } from './bench-tenant.ts'
import type { CallLoad } from './call-load.ts'
import { UNDER_TEST } from './cores.ts'
import { processorMs, residentMib, treeProcessorMs } from './process-tree.ts'

const root = join(import.meta.dirname, '../..')
/** As many extensions as a large customer has; enough for 100,000 contacts at four each. */
const EXTENSIONS = 25_000

/** Klinke as a user starts it, whole (with its database and journal), on core 0, with one large customer. */
export class UnderTest implements AsyncDisposable {
  readonly #product: RunningProduct

  private constructor(product: RunningProduct) {
    this.#product = product
  }

  static async start(): Promise<UnderTest> {
    const product = await RunningProduct.start({ root, under: UNDER_TEST, environment: { KLINKE_LOG_LEVEL: 'warn' } })
    try {
      product.drain()
      await product.ended()
      await addBenchTenant(product.dataDirectory, EXTENSIONS)
      await product.restart()
      return new UnderTest(product)
    } catch (error) {
      await product[Symbol.asyncDispose]()
      throw error
    }
  }

  get sip(): { readonly address: string; readonly port: number } {
    return this.#product.sip()
  }

  /** Resident memory of the main process. */
  mainMib(): number {
    return residentMib(this.#product.pid)
  }

  /** Processor time so far, of the main process and with the database and all else. */
  processorMs(): { readonly main: number; readonly all: number } {
    return { main: processorMs(this.#product.pid), all: treeProcessorMs(this.#product.pid) }
  }

  /** Calls from one extension to another, whose phone is registered at a port for `startCalledParty`. */
  async callLoad(): Promise<{ readonly load: CallLoad; readonly calledPort: number }> {
    const [caller = '', called = ''] = benchExtensions(2)
    const calledPort = await freePort()
    await using registration = await Sipp.start({
      scenario: register(),
      remote: this.sip,
      localPort: calledPort,
      variables: { user: called, peer: 'unused', domain: BENCH_DOMAIN },
      arguments: ['-au', called, '-ap', PASSWORD, '-auth_uri', BENCH_DOMAIN],
    })
    await registration.succeeded(10_000)
    return { load: { target: this.sip, domain: BENCH_DOMAIN, caller: { username: caller, password: PASSWORD }, called }, calledPort }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#product[Symbol.asyncDispose]()
  }
}
