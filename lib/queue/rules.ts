/** Up to so many rows a file is written while one waits: in Word, the slowest format (0.7 ms a row), in about two seconds. */
export const ROWS_EXPORTED_AT_ONCE = 3_000

/** Up to so many rows are aligned anew while one waits. */
export const ROWS_REALIGNED_AT_ONCE = 2_000

/** How long a finished file waits to be fetched. */
export const FILE_DAYS = 7
