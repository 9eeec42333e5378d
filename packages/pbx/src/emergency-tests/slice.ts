import type { CallWork, Slice } from '../slices/slice.ts'
import { emergencyTestRoutes } from './routes.ts'
import { emergencyTestCode, keepIn } from './test-call.ts'

/** Tests of 110 and 112 against a built-in control centre (LAW-03). */
export const emergencyTests: Slice = {
  area: 'settings',
  open: ({ database, directory, clock }) => {
    let work: CallWork | undefined
    const code = emergencyTestCode(clock, keepIn(database))
    return {
      features: [code],
      routes: emergencyTestRoutes({ database, directory, clock, code, work: () => work }),
      begin: (begun) => {
        work = begun
        const close = (): void => {
          work = undefined
        }
        return { close }
      },
    }
  },
}
