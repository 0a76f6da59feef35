'use client'
import { Button } from '@mantine/core'
import { useOpenImport } from './import-window'

/** Opens the import window. */
export const ImportButton = () => <Button onClick={useOpenImport()}>Import</Button>
