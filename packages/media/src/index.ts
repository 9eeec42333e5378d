export { directMediaEngine, MediaElsewhere } from './direct/direct-media-engine.ts'
export { EndpointUnusable, MediaLost, MediaRefused, NoMediaAddress, NoMediaPorts } from './errors.ts'
