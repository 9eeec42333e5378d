import { ActionIcon } from '@mantine/core'
import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../language.tsx'
import { useNotices } from '../notices.tsx'
import { soundWords } from './sound-words.ts'

interface PlayButtonProps {
  /** Address of the sound; it is loaded when somebody presses play. */
  readonly source: string
  /** What is heard. */
  readonly label: string
}

/** Plays a short sound to its end, or until it is pressed again: where a whole player for each would be too much. */
export function PlayButton({ source, label }: PlayButtonProps) {
  const words = useTexts(soundWords)
  const { failed } = useNotices()
  const [isPlaying, setPlaying] = useState(false)
  const audio = useRef<HTMLAudioElement>(undefined)
  const stop = (): void => {
    audio.current?.pause()
    audio.current = undefined
    setPlaying(false)
  }
  useEffect(() => () => audio.current?.pause(), [])
  const play = (): void => {
    const made = new Audio(source)
    audio.current = made
    made.addEventListener('ended', stop)
    setPlaying(true)
    made.play().catch((error: unknown) => {
      stop()
      failed(error)
    })
  }
  const Icon = isPlaying ? Pause : Play
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={isPlaying ? words.stop(label) : words.play(label)}
      onClick={isPlaying ? stop : play}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  )
}
