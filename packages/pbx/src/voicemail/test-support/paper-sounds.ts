import type { LentFile } from '@klinke/platform'
import type { Sounds } from '../sounds.ts'
import type { MessageNote, Sound, Spool } from '../spool.ts'

const MESSAGE_OCTETS = 80_044

/** A disk and a store on paper. */
export class PaperSounds implements Spool, Sounds {
  readonly #nameOf: () => string
  readonly noted = new Map<string, MessageNote>()
  /** Names of sounds that were taken into the store. */
  readonly kept: string[] = []
  /** Names of sounds that were deleted before they were. */
  readonly removed: string[] = []
  /** Names of sounds that are lent now. */
  readonly lent: string[] = []
  /** How the store answers whoever wants to hear a message. */
  answer: () => Promise<unknown> = () => Promise.resolve()

  constructor(nameOf: () => string) {
    this.#nameOf = nameOf
  }

  create(tenantId: string): Promise<Sound> {
    return Promise.resolve(this.sound({ tenantId, sound: this.#nameOf() }))
  }

  sound({ tenantId, sound }: { readonly tenantId: string; readonly sound: string }): Sound {
    return { tenantId, name: sound, path: `/${tenantId}/${sound}` }
  }

  octets(_sound: Sound | string): Promise<number | undefined> {
    return Promise.resolve(MESSAGE_OCTETS)
  }

  complete(): Promise<number> {
    return Promise.resolve(MESSAGE_OCTETS / 16)
  }

  remove({ name }: Sound): Promise<void> {
    return Promise.resolve(void this.removed.push(name))
  }

  note(message: MessageNote): Promise<void> {
    return Promise.resolve(void this.noted.set(message.sound, message))
  }

  forget({ sound }: MessageNote): Promise<void> {
    return Promise.resolve(void this.noted.delete(sound))
  }

  notes(): Promise<readonly MessageNote[]> {
    return Promise.resolve([...this.noted.values()])
  }

  keep({ name }: Sound): Promise<void> {
    return Promise.resolve(void this.kept.push(name))
  }

  async lend(tenantId: string, name: string): Promise<LentFile | undefined> {
    await this.answer()
    this.lent.push(name)
    const giveBack = (): Promise<void> => Promise.resolve(void this.lent.splice(this.lent.indexOf(name), 1))
    return { path: `/${tenantId}/${name}`, [Symbol.asyncDispose]: giveBack }
  }

  greeting(tenantId: string, name: string): string | undefined {
    return `/${tenantId}/${name}`
  }
}
