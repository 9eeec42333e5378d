import type { Part } from '../part.ts'
import { benchRating } from '../rating.ts'

/** Calls rated a second, from memory and through the database. */
export const rating: Part = { name: 'rating', run: () => benchRating() }
