'use client'
import dynamic from 'next/dynamic'
import classes from './form.module.css'

/** A place for rich text. Its editor is fetched when it is first needed. */
export const NoteEditor = dynamic(() => import('./live-editor').then((loaded) => loaded.LiveEditor), {
  ssr: false,
  loading: () => <div className={classes.editorWaiting} aria-hidden="true" />,
})
