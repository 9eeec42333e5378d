import type { PhoneSettings } from './phone-settings.ts'

/** The German ringing tone: 425 Hz, one second on, four off; a phone rings at 1 s on, 2 s off. */
const PATTERNS = {
  'ring-back': { frequencies: [425], onSeconds: 1, everyMs: 5_000, gain: 0.1 },
  ring: { frequencies: [440, 480], onSeconds: 1.2, everyMs: 3_000, gain: 0.3 },
  waiting: { frequencies: [425], onSeconds: 0.2, everyMs: 5_000, gain: 0.1 },
} as const
export type Signal = keyof typeof PATTERNS

/** What the microphone is asked for. */
export function voiceOf({ microphone, clearsVoice }: PhoneSettings): MediaTrackConstraints {
  const processing = { echoCancellation: clearsVoice, noiseSuppression: clearsVoice, autoGainControl: clearsVoice }
  return microphone === '' ? processing : { ...processing, deviceId: { ideal: microphone } }
}

/** Plays a party's voice; `deviceId` empty: where the system plays. */
export function play(stream: MediaStream, deviceId: string): HTMLAudioElement {
  const player = new Audio()
  player.srcObject = stream
  lead(player, deviceId)
  // It is refused only before one has pressed anything in the page; who calls or answers has.
  player.play().catch(ignore)
  return player
}

/** Leads sound to a device, where the browser can, and the device is there. */
export function lead(player: HTMLAudioElement, deviceId: string): void {
  if ('setSinkId' in player) player.setSinkId(deviceId).catch(ignore)
}

/** Signals that the telephone makes by itself, one at a time. */
export class Ringer {
  #playing: { readonly signal: Signal; readonly stop: () => void } | undefined

  /** Undefined is silence. */
  sound(signal: Signal | undefined, deviceId: string): void {
    if (this.#playing?.signal === signal) return
    this.#playing?.stop()
    this.#playing = signal === undefined ? undefined : { signal, stop: repeat(signal, deviceId) }
  }
}

function repeat(signal: Signal, deviceId: string): () => void {
  const { everyMs } = PATTERNS[signal]
  const context = new AudioContext()
  const out = context.createMediaStreamDestination()
  const player = play(out.stream, deviceId)
  const once = (): void => beep(context, out, signal)
  once()
  const timer = setInterval(once, everyMs)
  return () => {
    clearInterval(timer)
    player.pause()
    context.close().catch(ignore)
  }
}

function beep(context: AudioContext, out: AudioNode, signal: Signal): void {
  const { frequencies, onSeconds, gain } = PATTERNS[signal]
  const loudness = context.createGain()
  loudness.gain.value = gain / frequencies.length
  loudness.connect(out)
  for (const frequency of frequencies) {
    const tone = context.createOscillator()
    tone.frequency.value = frequency
    tone.connect(loudness)
    tone.start()
    tone.stop(context.currentTime + onSeconds)
  }
}

/** Nothing can be done about it, and the call goes on. */
function ignore(): void {}
