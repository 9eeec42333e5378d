import type { MakeEngine } from '../support/two-parties.ts'
import { accountingContract } from './accounting.ts'
import { digitsContract } from './digits.ts'
import { localSourcesContract } from './local-sources.ts'
import { movingContract } from './moving.ts'
import { playingContract } from './playing.ts'
import { recordingContract } from './recording.ts'
import { relayContract } from './relay.ts'
import { renegotiationContract } from './renegotiation.ts'
import { roomsContract } from './rooms.ts'
import { sourcesContract } from './sources.ts'
import { transcodingContract } from './transcoding.ts'
import { webRtcContract } from './web-rtc.ts'

/** What every `MediaEngine` that carries media keeps to, shown with real sockets on loopback, IPv4 and IPv6. */
export function mediaEngineContract(name: string, makeEngine: MakeEngine): void {
  relayContract(name, makeEngine)
  renegotiationContract(name, makeEngine)
  localSourcesContract(name, makeEngine)
  sourcesContract(name, makeEngine)
  playingContract(name, makeEngine)
  recordingContract(name, makeEngine)
  digitsContract(name, makeEngine)
  movingContract(name, makeEngine)
  transcodingContract(name, makeEngine)
  roomsContract(name, makeEngine)
  accountingContract(name, makeEngine)
  webRtcContract(name, makeEngine)
}
