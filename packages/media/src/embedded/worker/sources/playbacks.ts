import type { PlaybackEnd } from '@klinke/rtp'
import type { LegCommand } from '../../protocol.ts'
import { Forwarding } from '../forwarding.ts'
import type { Leg } from '../leg.ts'
import type { Program } from '../program.ts'
import type { WorkerContext } from '../worker-context.ts'
import { openSource, type SoundSource } from './open-source.ts'
import { Player } from './player.ts'

/** Plays to single legs, and tells what became of it. */
export class Playbacks {
  readonly #context: WorkerContext
  /** By request: what is playing. */
  readonly #programs = new Map<number, { readonly leg: Leg; readonly program: Program }>()

  constructor(context: WorkerContext) {
    this.#context = context
  }

  play({ leg: number, source, request }: LegCommand & { readonly kind: 'play' }): void {
    const leg = this.#context.leg(number)
    if (!leg) {
      this.#report(request, 'stopped')
      return
    }
    const ended = (end: PlaybackEnd): void => {
      this.#programs.delete(request)
      this.#report(request, end)
    }
    const program =
      source.kind === 'silence' ? new Hush(ended) : source.kind === 'echo' ? echo(leg, ended) : this.#player(number, leg, source, ended)
    if (!program) return
    leg.tune(program)
    this.#programs.set(request, { leg, program })
  }

  stop({ request }: LegCommand & { readonly kind: 'stop' }): void {
    const playing = this.#programs.get(request)
    playing?.leg.end(playing.program)
  }

  #player(number: number, leg: Leg, source: SoundSource, ended: (end: PlaybackEnd) => void): Program | undefined {
    const failed = (file: string | undefined, why: string): void => this.#context.event(number, { kind: 'playback-failed', file, why })
    if (leg.mouth.sampleRateHz === undefined) {
      leg.tune(undefined)
      failed(undefined, 'the codec agreed on with the peer is not spoken here')
      ended('failed')
      return undefined
    }
    const opened = openSource(source, this.#context.renditions, failed)
    return new Player(leg, opened.source, (end) => ended(end === 'finished' ? opened.outcome() : end))
  }

  #report(request: number, end: PlaybackEnd): void {
    this.#context.report({ kind: 'playback-ended', request, end })
  }
}

/** Nothing is heard. */
class Hush implements Program {
  readonly #ended: (end: PlaybackEnd) => void

  constructor(ended: (end: PlaybackEnd) => void) {
    this.#ended = ended
  }

  tick(): void {
    // Silence is not sent.
  }

  refit(): void {
    // Nor has it a codec.
  }

  close(): void {
    this.#ended('stopped')
  }
}

/** The party hears itself. */
function echo(leg: Leg, ended: (end: PlaybackEnd) => void): Program {
  leg.tune(undefined)
  const forwarding = new Forwarding(leg, leg)
  forwarding.closed = () => ended('stopped')
  return forwarding
}
