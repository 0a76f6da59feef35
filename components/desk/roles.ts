import type { Role } from '@/lib/permissions/can'

type Words = {
  readonly label: string
  readonly withArticle: string
  /** After "you" or a name. */
  readonly may: string
  /** What it adds to the role before it. */
  readonly adds: string
}

/** What each role is called, and what it may do in a few words; each may also do what those before it may. */
export const roleLabels: Readonly<Record<Role, Words>> = {
  viewer: {
    label: 'Viewer',
    withArticle: 'a viewer',
    may: 'may read, reply and export',
    adds: 'May read, reply and export.',
  },
  checker: {
    label: 'Checker',
    withArticle: 'a checker',
    may: 'may import and annotate transcripts, add evidence and ask for review',
    adds: 'May also import, annotate, add evidence and ask for review.',
  },
  editor: {
    label: 'Editor',
    withArticle: 'an editor',
    may: 'may import and annotate transcripts, decide on the work of others, approve and send back',
    adds: 'May also resolve, dismiss and tag the work of others, approve and send back.',
  },
  owner: {
    label: 'Owner',
    withArticle: 'an owner',
    may: 'may do everything in the desk, and manage its people',
    adds: 'May also manage people, rename the desk, and delete and restore anything in it.',
  },
}
