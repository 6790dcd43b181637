/** Reports whose files get their places in this process and have no row yet, made here or come in with a package: their folders are no leftovers. */
export const making = new Set<string>()
