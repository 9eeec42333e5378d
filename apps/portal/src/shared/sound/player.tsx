import { urlOf } from '../../api/client.ts'
import type { Operation } from '../../api/operation.ts'

interface PlayerProps {
  /** The route that answers the sound, such as `GET /announcements/{announcementId}/sounds/{language}`. */
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  readonly label: string
  /** Another one after each change of the sound: the browser keeps what it has heard. */
  readonly version: string | number
  /** It was heard to its end. */
  readonly ended?: (() => void) | undefined
}

/** Plays a sound of the exchange; it is loaded when somebody presses play. */
export function Player({ operation, path, label, version, ended }: PlayerProps) {
  const [, template = ''] = operation.split(' ')
  return (
    <audio
      key={version}
      controls
      preload="none"
      src={`${urlOf(template, { path })}#${version}`}
      aria-label={label}
      onEnded={ended}
      style={{ width: '100%' }}
    >
      <track kind="captions" />
    </audio>
  )
}
