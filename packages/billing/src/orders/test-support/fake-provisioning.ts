import { KlinkeError } from '@klinke/foundation'
import type { Provisioning, StandingThings } from '../provisioning.ts'

/** An exchange that notes what it is asked for; what it makes is undone with the transaction only where the database keeps it, so it counts calls. */
export class FakeProvisioning implements Provisioning {
  readonly asked: string[] = []
  readonly invited: string[] = []
  used: Date | undefined
  /** The next so many extensions fail. */
  failures = 0
  /** What is at every site. */
  things: StandingThings = { numbers: [], trunks: [] }
  /** Numbers of extensions and teams that somebody has. */
  readonly taken = new Set<string>()

  internalNumbers(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set())
  }

  extensions(...[, , , wanted]: Parameters<Provisioning['extensions']>): Promise<void> {
    const clash = wanted.find(({ number }) => this.taken.has(number))
    if (clash !== undefined) return Promise.reject(takenNumber(clash.number))
    if (this.failures > 0) {
      this.failures -= 1
      return Promise.reject(takenNumber('10'))
    }
    this.asked.push(`extensions ${wanted.map(({ number }) => number).join(' ')}`)
    return Promise.resolve()
  }

  team(...[, , kind, name, number]: Parameters<Provisioning['team']>): Promise<void> {
    if (this.taken.has(number)) return Promise.reject(takenNumber(number))
    this.asked.push(`${kind} ${name}`)
    return Promise.resolve()
  }

  trunk(...[, , { product, channels }]: Parameters<Provisioning['trunk']>): Promise<void> {
    this.asked.push(`trunk ${product} ${channels}`)
    return Promise.resolve()
  }

  trunkChannels(...[, , { product, before, channels, name }]: Parameters<Provisioning['trunkChannels']>): Promise<string> {
    this.asked.push(`trunk ${product} ${before} to ${channels}`)
    return Promise.resolve(name ?? product)
  }

  takeAway(...[, , { what, stay, most }]: Parameters<Provisioning['takeAway']>): Promise<readonly string[]> {
    this.asked.push(`take away ${what} ${most}, ${stay} stay`)
    return Promise.resolve([])
  }

  standing(): Promise<StandingThings> {
    return Promise.resolve(this.things)
  }

  renumber(...[, , { old, gained }]: Parameters<Provisioning['renumber']>): ReturnType<Provisioning['renumber']> {
    this.asked.push(`renumber ${old.map(({ first }) => first).join(' ')} to ${gained.map(({ first }) => first).join(' ')}`)
    return Promise.resolve(old.map(({ first }, index) => ({ from: first, to: gained[index]?.first ?? null })))
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

function takenNumber(number: string): KlinkeError {
  return new KlinkeError('extension-taken', `There is an extension ${number} already.`, {
    german: `Die Nebenstelle ${number} gibt es schon.`,
  })
}
