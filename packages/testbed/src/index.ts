export { assertHearsSilence, assertHearsTone, type ExpectedTone } from './audio/audible.ts'
export { dominantTone, type Tone } from './audio/dominant-tone.ts'
export { amplitudeOfLevel, levelOfAmplitude, levelOfSignal, type Sound } from './audio/goertzel.ts'
export { readWav, writeTone } from './audio/wav.ts'
export { assertNothingLeft, type Counts } from './leaks.ts'
export { type LinkConditions, LOSSY_LINK, PERFECT_LINK } from './network/conditions.ts'
export { SimulatedNat } from './network/nat.ts'
export { SeededNetwork } from './network/seeded-network.ts'
export { DEFAULT_PORTS, type HostOptions, type Ports, SimulatedConnectFailure, SimulatedHost } from './network/simulated-host.ts'
export { TableResolver } from './network/table-resolver.ts'
export { NetworkTrace } from './network/trace.ts'
export { DEBIAN_PACKAGES, isInstalled, missingPeers, type PeerProgram } from './peers/available.ts'
export { Baresip } from './peers/baresip.ts'
export type { BaresipOptions } from './peers/baresip-config.ts'
export type { BaresipEvent } from './peers/baresip-control.ts'
export { freePort } from './peers/free-port.ts'
export { PeerFailure, PeerProcess } from './peers/peer-process.ts'
export { Sipp, type SippOptions, type SippResult } from './peers/sipp.ts'
export {
  authenticatedInvite,
  CALLED,
  type Direction,
  type Expectation,
  expectRequest,
  expectResponse,
  label,
  type MessageParts,
  newRequest,
  pause,
  pauseBetween,
  requestInDialog,
  respond,
  respondInDialog,
  sameTransaction,
  sdp,
  sippScenario,
} from './peers/sipp-scenario.ts'
export { type SipsakResult, sipsakOptions } from './peers/sipsak.ts'
export { TemporaryFolder } from './peers/temporary-folder.ts'
export { VirtualClock } from './virtual-clock.ts'
