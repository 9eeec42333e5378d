import { KlinkeError } from '@klinke/foundation'
import type { Provisioning } from '../provisioning.ts'

/** An exchange that notes what it is asked for; what it makes is undone with the transaction only where the database keeps it, so it counts calls. */
export class FakeProvisioning implements Provisioning {
  readonly asked: string[] = []
  readonly invited: string[] = []
  used: Date | undefined
  /** The next so many extensions fail. */
  failures = 0

  internalNumbers(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set())
  }

  extensions(...[, , , wanted]: Parameters<Provisioning['extensions']>): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1
      return Promise.reject(
        new KlinkeError('extension-taken', 'There is an extension 10 already.', { german: 'Die Nebenstelle 10 gibt es schon.' }),
      )
    }
    this.asked.push(`extensions ${wanted.map(({ number }) => number).join(' ')}`)
    return Promise.resolve()
  }

  team(...[, , kind, name]: Parameters<Provisioning['team']>): Promise<void> {
    this.asked.push(`${kind} ${name}`)
    return Promise.resolve()
  }

  trunk(...[, , { product, channels }]: Parameters<Provisioning['trunk']>): Promise<void> {
    this.asked.push(`trunk ${product} ${channels}`)
    return Promise.resolve()
  }

  invite(loginId: string): Promise<void> {
    this.invited.push(loginId)
    return Promise.resolve()
  }

  firstUse(): Promise<Date | undefined> {
    return Promise.resolve(this.used)
  }

  words(error: Error): { readonly en: string; readonly de: string } {
    return { en: error.message, de: error instanceof KlinkeError ? (error.german ?? error.message) : error.message }
  }
}
