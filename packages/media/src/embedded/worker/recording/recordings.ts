import type { RecordingCommand, RecordingTerms } from '../../protocol.ts'
import type { Leg } from '../leg.ts'
import type { Rooms } from '../room/rooms.ts'
import { PlayedInterjection } from '../sources/player.ts'
import { signalTone } from '../sources/tone-source.ts'
import type { FrameListener } from '../voice/heard-frame.ts'
import type { WorkerContext } from '../worker-context.ts'
import { Recorder } from './recorder.ts'

interface Running {
  readonly recorder: Recorder
  readonly legs: readonly number[]
  /** Takes the listeners and the beat away. */
  readonly release: () => void
}

/** The recordings of one worker. */
export class Recordings {
  readonly #context: WorkerContext
  readonly #rooms: Rooms
  /** By request number. */
  readonly #running = new Map<number, Running>()

  constructor(context: WorkerContext, rooms: Rooms) {
    this.#context = context
    this.#rooms = rooms
  }

  carryOut(command: RecordingCommand): void {
    if (command.kind === 'record') {
      this.#start(command)
      return
    }
    const running = this.#running.get(command.request)
    if (!running) return
    if (command.action === 'stop') running.recorder.end('stopped')
    else running.recorder.paused = command.action === 'pause'
  }

  /** The leg is gone, or another session's. */
  legGone(leg: number): void {
    for (const { recorder, legs } of this.#running.values()) if (legs.includes(leg)) recorder.end('endpoint-gone')
  }

  #start({ request, of, options }: RecordingCommand & { readonly kind: 'record' }): void {
    if ('room' in of) this.#startRoom(request, of.room, options)
    else this.#startLegs(request, of, options)
  }

  #startLegs(request: number, numbers: readonly number[], options: RecordingTerms): void {
    const legs = numbers.flatMap((number) => this.#context.leg(number) ?? [])
    // Of a codec that is only passed on, silence would be recorded.
    if (legs.length < numbers.length || legs.every(({ ear }) => ear.sampleRateHz === undefined)) {
      this.#refuse(request, legs.length < numbers.length ? 'endpoint-gone' : 'failed')
      return
    }
    const rateHz = legs.some(({ ear }) => ear.sampleRateHz === 16_000) ? 16_000 : 8000
    const recorder = this.#recorder(request, rateHz, options.separate && legs.length === 2 ? 2 : 1, options)
    const listeners = legs.map((leg) => listen(leg, recorder, rateHz))
    if (options.announceBeep) for (const leg of legs) beep(leg)
    this.#run(request, recorder, numbers, () => {
      for (const stop of listeners) stop()
    })
  }

  #startRoom(request: number, number: number, options: RecordingTerms): void {
    const open = this.#rooms.get(number)
    if (!open) {
      this.#refuse(request, 'endpoint-gone')
      return
    }
    const { room, onClose } = open
    const recorder = this.#recorder(request, room.clockRateHz, 1, options)
    const voice = recorder.voice()
    const endTap = room.tap((mix) => voice.take(mix))
    const closed = (): void => recorder.end('endpoint-gone')
    onClose.add(closed)
    if (options.announceBeep) room.interject(beep)
    this.#run(request, recorder, [], () => {
      endTap()
      onClose.delete(closed)
    })
  }

  #recorder(request: number, sampleRateHz: 8000 | 16_000, channels: 1 | 2, options: RecordingTerms): Recorder {
    const { path, maxSeconds, stopAfterSilenceSeconds } = options
    const ending = (): void => this.#running.get(request)?.release()
    return new Recorder({
      ...{ path, sampleRateHz, channels, maxSeconds, stopAfterSilenceSeconds, ending },
      ended: (end) => this.#context.report({ kind: 'recording-ended', request, end }),
    })
  }

  #run(request: number, recorder: Recorder, legs: readonly number[], stopListening: () => void): void {
    const endBeat = this.#context.beat.add(() => {
      try {
        recorder.tick()
      } catch (error) {
        recorder.end('failed')
        this.#context.fault([], error)
      }
    })
    const release = (): void => {
      this.#running.delete(request)
      endBeat()
      stopListening()
    }
    this.#running.set(request, { recorder, legs, release })
  }

  #refuse(request: number, reason: 'endpoint-gone' | 'failed'): void {
    this.#context.report({ kind: 'recording-ended', request, end: { reason, durationMs: 0 } })
  }
}

function listen(leg: Leg, recorder: Recorder, rateHz: 8000 | 16_000): () => void {
  const voice = recorder.voice()
  const listener: FrameListener = {
    hear: (frame) => {
      if (!frame.pausing) voice.take(frame.at(rateHz))
    },
  }
  leg.ear.add(listener)
  return () => leg.ear.remove(listener)
}

function beep(leg: Leg): void {
  leg.interject(new PlayedInterjection(leg, signalTone({ kind: 'signal', signal: 'beep' })))
}
