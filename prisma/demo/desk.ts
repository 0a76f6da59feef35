import { articleFile, recordingFile } from './demo'

/** The password of every demo log-in. They exist only on the embedded database, for this machine alone. */
export const demoPassword = 'verbatim-demo'

/** Who works on the demo desk. Rhea owns it and administers the site. */
export const demoPeople = {
  Rhea: { name: 'Rhea Anand', email: 'owner@demo.local' },
  Mira: { name: 'Mira Okafor', email: 'editor@demo.local', role: 'editor' },
  Teodor: { name: 'Teodor Sand', email: 'checker@demo.local', role: 'checker' },
} as const

export const demoDesk = 'Foreign desk'
export const recordingTitle = 'Full transcript, port authority recording'

/** The two transcripts of the demo desk, as they are imported. */
export const demoTranscripts = {
  article: {
    file: articleFile,
    title: 'The harbour call',
    outlet: 'The Quay Courier',
    printedOn: '2031-03-11',
    language: 'en-GB',
    origin: 'The Courier’s archive',
  },
  recording: {
    file: recordingFile,
    title: recordingTitle,
    outlet: 'Port authority, Ostrel',
    language: 'en-GB',
    origin: 'Typed by the desk from the recording of 4 and 9 March 2031',
  },
} as const
