import { useEffect, useRef, useState } from 'react'
import { wavOf } from './wav.ts'

/** More than any announcement; the server takes some minutes. */
const MAX_SECONDS = 180

type RecorderState = { readonly kind: 'idle' } | { readonly kind: 'recording'; readonly seconds: number } | { readonly kind: 'refused' }

/** Records from the microphone until it is stopped, and hands over a WAV file, which every exchange understands. */
export function useRecorder(recorded: (sound: Blob) => void) {
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
      void asWav(new Blob(parts)).then(recorded)
    })
    recorder.current = made
    made.start()
    setState({ kind: 'recording', seconds: 0 })
  }
  useSeconds(state, setState, stop)
  return { state, start: () => void start(), stop }
}

/** Counts while it records, and stops after the longest time. */
function useSeconds(state: RecorderState, setState: (state: RecorderState) => void, stop: () => void): void {
  useEffect(() => {
    if (state.kind !== 'recording') return
    if (state.seconds >= MAX_SECONDS) return stop()
    const timer = setTimeout(() => setState({ kind: 'recording', seconds: state.seconds + 1 }), 1_000)
    return () => clearTimeout(timer)
  }, [state, setState, stop])
}

/** What the browser has recorded in its own format, as WAV of one channel. */
async function asWav(recorded: Blob): Promise<Blob> {
  const context = new AudioContext()
  try {
    const sound = await context.decodeAudioData(await recorded.arrayBuffer())
    return new Blob([wavOf(sound.getChannelData(0), sound.sampleRate)], { type: 'audio/wav' })
  } finally {
    await context.close()
  }
}
