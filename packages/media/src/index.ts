export { directMediaEngine, MediaElsewhere } from './direct/direct-media-engine.ts'
export { embeddedMediaEngine } from './embedded/embedded-media-engine.ts'
export type { EmbeddedMediaOptions, LocalAddress } from './embedded/options.ts'
export {
  EndpointUnusable,
  MediaLost,
  MediaRefused,
  NoMediaAddress,
  NoMediaPorts,
  type RefusalReason,
  RoomClosed,
  RoomFull,
} from './errors.ts'
