import type { Thing } from '@/lib/server/description'
import * as acceptAnnotation from './annotations/[annotationId]/accept/route'
import * as archive from './annotations/[annotationId]/archive/route'
import * as attach from './annotations/[annotationId]/attach/route'
import * as detach from './annotations/[annotationId]/detach/route'
import * as dismiss from './annotations/[annotationId]/dismiss/route'
import * as addEvidence from './annotations/[annotationId]/evidence/route'
import * as replies from './annotations/[annotationId]/replies/route'
import * as resolve from './annotations/[annotationId]/resolve/route'
import * as restoreAnnotation from './annotations/[annotationId]/restore/route'
import * as annotation from './annotations/[annotationId]/route'
import * as invitations from './desks/[desk]/invitations/route'
import * as jobs from './desks/[desk]/jobs/route'
import * as member from './desks/[desk]/members/[personId]/route'
import * as members from './desks/[desk]/members/route'
import * as desk from './desks/[desk]/route'
import * as tagsFile from './desks/[desk]/tags/export/[format]/route'
import * as tagsImport from './desks/[desk]/tags/import/route'
import * as tags from './desks/[desk]/tags/route'
import * as tokens from './desks/[desk]/tokens/route'
import * as transcripts from './desks/[desk]/transcripts/route'
import * as desks from './desks/route'
import * as restoreEvidence from './evidence/[evidenceId]/restore/route'
import * as evidence from './evidence/[evidenceId]/route'
import * as invitation from './invitations/[invitationId]/route'
import * as accept from './invitations/accept/route'
import * as job from './jobs/[jobId]/route'
import * as password from './me/password/route'
import * as me from './me/route'
import * as endSessions from './people/[personId]/end-sessions/route'
import * as people from './people/route'
import * as restoreReply from './replies/[replyId]/restore/route'
import * as reply from './replies/[replyId]/route'
import * as setUp from './set-up/route'
import * as tag from './tags/[tagId]/route'
import * as token from './tokens/[tokenId]/route'
import * as bulk from './transcripts/[transcriptId]/annotations/bulk/route'
import * as undoBulk from './transcripts/[transcriptId]/annotations/bulk/undo/route'
import * as annotationIds from './transcripts/[transcriptId]/annotations/ids/route'
import * as annotations from './transcripts/[transcriptId]/annotations/route'
import * as changes from './transcripts/[transcriptId]/changes/route'
import * as comparison from './transcripts/[transcriptId]/comparison/route'
import * as corrections from './transcripts/[transcriptId]/corrections/route'
import * as differences from './transcripts/[transcriptId]/differences/route'
import * as exported from './transcripts/[transcriptId]/export/[format]/route'
import * as marks from './transcripts/[transcriptId]/marks/route'
import * as original from './transcripts/[transcriptId]/original/route'
import * as repairs from './transcripts/[transcriptId]/repairs/route'
import * as restoreTranscript from './transcripts/[transcriptId]/restore/route'
import * as revision from './transcripts/[transcriptId]/revisions/[number]/route'
import * as revisions from './transcripts/[transcriptId]/revisions/route'
import * as transcript from './transcripts/[transcriptId]/route'
import * as text from './transcripts/[transcriptId]/text/route'
import * as versions from './transcripts/[transcriptId]/versions/route'

/** Every route of the API, by what it speaks of, in the order in which its description tells them. */
export const things: readonly Thing[] = [
  {
    name: 'Transcripts',
    about: 'A transcript is one text of a desk, kept as it was imported, with everything that was said about it.',
    routes: {
      '/desks/{desk}/transcripts': transcripts,
      '/transcripts/{transcriptId}': transcript,
      '/transcripts/{transcriptId}/restore': restoreTranscript,
      '/transcripts/{transcriptId}/text': text,
      '/transcripts/{transcriptId}/marks': marks,
      '/transcripts/{transcriptId}/changes': changes,
      '/transcripts/{transcriptId}/revisions': revisions,
      '/transcripts/{transcriptId}/revisions/{number}': revision,
      '/transcripts/{transcriptId}/differences': differences,
      '/transcripts/{transcriptId}/comparison': comparison,
      '/transcripts/{transcriptId}/corrections': corrections,
      '/transcripts/{transcriptId}/versions': versions,
      '/transcripts/{transcriptId}/repairs': repairs,
      '/transcripts/{transcriptId}/original': original,
      '/transcripts/{transcriptId}/export/{format}': exported,
    },
  },
  {
    name: 'Annotations',
    about: 'A highlight, note, source check, flag or correction, attached to a range of the text.',
    routes: {
      '/transcripts/{transcriptId}/annotations': annotations,
      '/transcripts/{transcriptId}/annotations/ids': annotationIds,
      '/transcripts/{transcriptId}/annotations/bulk': bulk,
      '/transcripts/{transcriptId}/annotations/bulk/undo': undoBulk,
      '/annotations/{annotationId}': annotation,
      '/annotations/{annotationId}/restore': restoreAnnotation,
      '/annotations/{annotationId}/resolve': resolve,
      '/annotations/{annotationId}/dismiss': dismiss,
      '/annotations/{annotationId}/accept': acceptAnnotation,
      '/annotations/{annotationId}/attach': attach,
      '/annotations/{annotationId}/detach': detach,
      '/annotations/{annotationId}/archive': archive,
    },
  },
  {
    name: 'Replies',
    about: 'The thread of an annotation. What is deleted can be restored.',
    routes: {
      '/annotations/{annotationId}/replies': replies,
      '/replies/{replyId}': reply,
      '/replies/{replyId}/restore': restoreReply,
    },
  },
  {
    name: 'Evidence',
    about: 'The rows of a source check: a source, the passage in it, and for or against.',
    routes: {
      '/annotations/{annotationId}/evidence': addEvidence,
      '/evidence/{evidenceId}': evidence,
      '/evidence/{evidenceId}/restore': restoreEvidence,
    },
  },
  {
    name: 'Jobs',
    about: 'Work that goes on after its request was answered, such as reading a long file.',
    routes: { '/desks/{desk}/jobs': jobs, '/jobs/{jobId}': job },
  },
  {
    name: 'Desks',
    about: 'A desk is the space of a team: its people, and its transcripts.',
    routes: { '/desks': desks, '/desks/{desk}': desk },
  },
  {
    name: 'Tags',
    about: 'The codebook of a desk: what its tags mean. Annotations carry tags as words, in the codebook or not.',
    routes: {
      '/desks/{desk}/tags': tags,
      '/tags/{tagId}': tag,
      '/desks/{desk}/tags/import': tagsImport,
      '/desks/{desk}/tags/export/{format}': tagsFile,
    },
  },
  {
    name: 'Members',
    about: 'Who is in a desk and in which role, and the one-time links by which people join.',
    routes: {
      '/desks/{desk}/members': members,
      '/desks/{desk}/members/{personId}': member,
      '/desks/{desk}/invitations': invitations,
      '/invitations/{invitationId}': invitation,
      '/invitations/accept': accept,
    },
  },
  {
    name: 'Tokens',
    about: 'A token lets a script act as the person who made it, in one desk.',
    routes: { '/desks/{desk}/tokens': tokens, '/tokens/{tokenId}': token },
  },
  {
    name: 'You',
    about: 'Your own account.',
    routes: { '/me': me, '/me/password': password },
  },
  {
    name: 'Site',
    about: 'For those who administer the site.',
    routes: { '/people': people, '/people/{personId}/end-sessions': endSessions, '/set-up': setUp },
  },
]
