/** Loaded before a test (`--import`): what is asked for in MUTANT is changed in one source file as it is read, in memory only. */
import { registerHooks } from 'node:module'

interface Mutant {
  readonly file: string
  readonly from: string
  readonly to: string
}

const { file, from, to } = JSON.parse(process.env.MUTANT ?? '{}') as Mutant

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!url.endsWith(file)) return loaded
    const source = String(loaded.source)
    // A mutant that changes nothing would be killed by nobody.
    if (source.split(from).length !== 2) throw new Error(`"${from}" stands in ${file} not exactly once.`)
    return { ...loaded, source: source.replace(from, to) }
  },
})
