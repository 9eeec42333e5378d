import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { below, type Random, seededRandom } from '@klinke/foundation'
import { message } from './grammar.ts'
import { mutate } from './mutate.ts'
import { MessageProperties } from './properties.ts'

const TORTURE = join(import.meta.dirname, '..', 'torture')

/** Messages to break besides generated ones. */
function corpus(): readonly string[] {
  return ['rfc4475', 'rfc5118'].flatMap((folder) =>
    readdirSync(join(TORTURE, folder)).map((file) => readFileSync(join(TORTURE, folder, file), 'latin1')),
  )
}

/** An endless source of broken messages that is the same for the same seed. */
export class Fuzzer {
  readonly #random: Random
  readonly #corpus = corpus()
  readonly #properties = new MessageProperties()

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  /** Checks one more message. An error names the message that broke a property. */
  step(): void {
    const random = this.#random
    const stored = this.#corpus[below(random, this.#corpus.length)]
    const whole = below(random, 3) === 0 && stored !== undefined ? stored : message(random)
    const text = below(random, 20) === 0 ? whole : mutate(whole, random)
    const bytes = Buffer.from(text, below(random, 3) === 0 ? 'latin1' : 'utf8')
    try {
      this.#properties.check(bytes, random)
    } catch (cause) {
      throw new Error(`A property does not hold for the message ${JSON.stringify(text)}`, { cause })
    }
  }
}
