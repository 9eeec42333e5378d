import { benchNumbering } from '../numbering.ts'
import type { Part } from '../part.ts'

/** Microseconds that one number costs, and the memory of the plan. */
export const numbering: Part = { name: 'numbering', run: () => Promise.resolve(benchNumbering()) }
