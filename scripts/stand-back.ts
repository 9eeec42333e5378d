/** Read in before a test file that may wait: it and its servers take what telephones leave of the processors (nice(2)). */
import { setPriority } from 'node:os'

setPriority(10)
