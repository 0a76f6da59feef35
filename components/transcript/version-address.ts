/** Behind the address of a transcript, it leads to the window for a newer version of its file. */
export const versionHash = '#newer-version'
