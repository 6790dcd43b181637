/** A failed file operation, and not an error that explains itself already. */
export const isErrno = (cause: unknown): cause is NodeJS.ErrnoException => cause instanceof Error && 'syscall' in cause
