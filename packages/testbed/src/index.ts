export {
  assertHears,
  assertHearsInstead,
  assertHearsMixture,
  assertHearsSilence,
  assertHearsTone,
  type ExpectedTone,
} from './audio/audible.ts'
export { dominantTone, type Tone } from './audio/dominant-tone.ts'
export { amplitudeOfLevel, levelOfAmplitude, levelOfSignal, type Sound } from './audio/goertzel.ts'
export { assertHearsRecording, likenessOf } from './audio/hears-recording.ts'
export { hearsInstead, hearsRecording, hearsTone } from './audio/hears-within.ts'
export { readWav, writeTone } from './audio/wav.ts'
export { heapBytes } from './heap.ts'
export { assertNothingLeft, type Counts } from './leaks.ts'
export { type LinkConditions, LOSSY_LINK, PERFECT_LINK } from './network/conditions.ts'
export { SimulatedNat } from './network/nat.ts'
export { SeededNetwork } from './network/seeded-network.ts'
export { DEFAULT_PORTS, type HostOptions, type Ports, SimulatedConnectFailure, SimulatedHost } from './network/simulated-host.ts'
export { TableResolver } from './network/table-resolver.ts'
export { NetworkTrace } from './network/trace.ts'
export { PaperDialog, type PeerOutcome } from './paper/paper-dialog.ts'
export { type PaperCall, PaperCaller, PaperPhone } from './paper/paper-invites.ts'
export { PaperMedia, PaperMediaSession } from './paper/paper-media.ts'
export { PaperPlayback, PaperRecording, PaperRoom } from './paper/paper-media-services.ts'
export { PaperRefer, PaperReferral } from './paper/paper-refer.ts'
export { type PaperAsk, type PaperRequest, PaperUserAgent, paperResponse } from './paper/paper-user-agent.ts'
export { AcmeServer, type AcmeServerOptions } from './peers/acme-server/acme-server.ts'
export { DEBIAN_PACKAGES, isInstalled, missingPeers, type PeerProgram } from './peers/available.ts'
export { Baresip } from './peers/baresip.ts'
export type { BaresipOptions } from './peers/baresip-config.ts'
export type { BaresipEvent } from './peers/baresip-control.ts'
export { BrowserPhone, type BrowserPhoneOptions, type BrowserTransport } from './peers/browser-phone/browser-phone.ts'
export { PageEar } from './peers/browser-phone/page-ear.ts'
export { Chromium, type ChromiumOptions } from './peers/chromium.ts'
export { type DnsRecord, type DnsServer, startDns } from './peers/dns-server.ts'
export { Dovecot } from './peers/dovecot.ts'
export { freePort } from './peers/free-port.ts'
export { PeerFailure, PeerProcess } from './peers/peer-process.ts'
export { RtpEcho } from './peers/rtp-echo.ts'
export { type S3Place, S3Server } from './peers/s3-server.ts'
export { Sipp, type SippOptions, type SippResult } from './peers/sipp.ts'
export {
  answerCalls,
  authenticatedInvite,
  CALLED,
  type Direction,
  type Expectation,
  expectPrackedAndAnswered,
  expectRequest,
  expectResponse,
  KEEP,
  label,
  type MessageParts,
  newRequest,
  pause,
  pauseBetween,
  register,
  requestInDialog,
  respond,
  respondInDialog,
  respondToKept,
  sameTransaction,
  sdp,
  sippScenario,
  TAGGED,
} from './peers/sipp-scenario.ts'
export { type SipsakResult, sipsakOptions } from './peers/sipsak.ts'
export { TcpProxy } from './peers/tcp-proxy.ts'
export { TemporaryFolder } from './peers/temporary-folder.ts'
export type { PhoneHost } from './phone/phone-host.ts'
export { type CallState, ScriptedCall } from './phone/scripted-call.ts'
export { type PhoneAccount, type PhoneScript, ScriptedPhone } from './phone/scripted-phone.ts'
export { type PhoneDirection, phoneSdp } from './phone/session-description.ts'
export { TlsHost, type TlsHostOptions } from './phone/tls-host.ts'
export { WebSocketHost } from './phone/web-socket-host.ts'
export type { DemoExtension, DemoFile, DemoLogin } from './product/demo-file.ts'
export { EventListener, type HeardEvent } from './product/event-listener.ts'
export { makeFirstData } from './product/make-first-data.ts'
export { type ProductOptions, RunningProduct } from './product/running-product.ts'
export { VirtualClock } from './virtual-clock.ts'
export { eventually, NotInTime, within } from './waiting.ts'
