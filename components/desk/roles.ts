import type { Role } from '@/lib/permissions/can'

type Words = { readonly label: string; readonly withArticle: string; readonly may: string }

/** What each role is called, and what it may do in a few words; each may also do what those before it may. */
export const roleLabels: Readonly<Record<Role, Words>> = {
  viewer: { label: 'Viewer', withArticle: 'a viewer', may: 'May read, reply and export' },
  checker: {
    label: 'Checker',
    withArticle: 'a checker',
    may: 'May also import, annotate, add evidence and ask for review',
  },
  editor: {
    label: 'Editor',
    withArticle: 'an editor',
    may: 'May also resolve, dismiss and tag the work of others, approve and send back',
  },
  owner: {
    label: 'Owner',
    withArticle: 'an owner',
    may: 'May also manage people, rename the desk, and delete and restore anything in it',
  },
}
