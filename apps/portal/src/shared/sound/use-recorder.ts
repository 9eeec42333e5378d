import { useEffect, useRef, useState } from 'react'
import { wavOf } from './wav.ts'

/** More than any announcement; the server takes some minutes. */
const MAX_SECONDS = 180

type RecorderState = { readonly kind: 'idle' } | { readonly kind: 'recording'; readonly seconds: number } | { readonly kind: 'refused' }

interface RecorderOptions {
  readonly maxSeconds?: number
  /** Samples a second of the file; absent: as recorded. */
  readonly rateHz?: number
}

/** Records from the microphone until it is stopped, and hands over a WAV file, which every exchange understands. */
export function useRecorder(recorded: (sound: Blob) => void, { maxSeconds = MAX_SECONDS, rateHz }: RecorderOptions = {}) {
  const [state, setState] = useState<RecorderState>({ kind: 'idle' })
  const recorder = useRef<MediaRecorder>(undefined)
  const stop = (): void => recorder.current?.stop()
  const start = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined)
    if (stream === undefined) return setState({ kind: 'refused' })
    const parts: Blob[] = []
    const made = new MediaRecorder(stream)
    made.addEventListener('dataavailable', ({ data }) => parts.push(data))
    made.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop()
      setState({ kind: 'idle' })
      void asWav(new Blob(parts), rateHz).then(recorded)
    })
    recorder.current = made
    made.start()
    setState({ kind: 'recording', seconds: 0 })
  }
  useSeconds(state, setState, stop, maxSeconds)
  return { state, start: () => void start(), stop }
}

/** Counts while it records, and stops after the longest time. */
function useSeconds(state: RecorderState, setState: (state: RecorderState) => void, stop: () => void, maxSeconds: number): void {
  useEffect(() => {
    if (state.kind !== 'recording') return
    if (state.seconds >= maxSeconds) return stop()
    const timer = setTimeout(() => setState({ kind: 'recording', seconds: state.seconds + 1 }), 1_000)
    return () => clearTimeout(timer)
  }, [state, setState, stop, maxSeconds])
}

/** What the browser understands, recorded or from a file, as WAV of one channel. Rejects when it is no sound. */
export async function asWav(sound: Blob, rateHz?: number): Promise<Blob> {
  const context = new AudioContext()
  try {
    const decoded = await context.decodeAudioData(await sound.arrayBuffer())
    const made = rateHz === undefined ? decoded : await resampled(decoded, rateHz)
    return new Blob([wavOf(made.getChannelData(0), made.sampleRate)], { type: 'audio/wav' })
  } finally {
    await context.close()
  }
}

/** All channels mixed to one, at another rate. */
function resampled(sound: AudioBuffer, rateHz: number): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, Math.max(1, Math.ceil(sound.duration * rateHz)), rateHz)
  const source = new AudioBufferSourceNode(context, { buffer: sound })
  source.connect(context.destination)
  source.start()
  return context.startRendering()
}
