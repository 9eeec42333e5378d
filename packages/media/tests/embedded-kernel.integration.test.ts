import { mediaEngineContract } from './contract/media-engine-contract.ts'
import { loopbackEngine } from './support/embedded-engine.ts'

mediaEngineContract('embedded over the kernel', () => loopbackEngine({ packetIo: 'kernel' }))
