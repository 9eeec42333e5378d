import { mediaEngineContract } from './contract/media-engine-contract.ts'
import { loopbackEngine } from './support/embedded-engine.ts'

mediaEngineContract('embedded over dgram', () => loopbackEngine({ packetIo: 'dgram' }))
