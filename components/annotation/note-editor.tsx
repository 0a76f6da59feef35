'use client'
import { fetched } from '@/components/ui/fetched'
import classes from './form.module.css'

/** A place for rich text. Its editor is fetched when it is first needed. */
export const NoteEditor = fetched(
  async () => (await import('./live-editor')).LiveEditor,
  <div className={classes.editorWaiting} aria-hidden="true" />,
)
