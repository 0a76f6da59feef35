/** The repository's folder. */
export const root: string
export function nodeProblem(version: string): string | null
export function isInstalled(folder: string): boolean
export function prepare(): void
export function run(file: string): Promise<void>
