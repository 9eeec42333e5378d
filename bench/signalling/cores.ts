/** Where what runs: the system under test has core 0 for itself, sipp has core 1. */
export const UNDER_TEST: readonly string[] = ['taskset', '-c', '0']
export const LOAD: readonly string[] = ['taskset', '-c', '1']
