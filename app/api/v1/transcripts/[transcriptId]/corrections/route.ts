import { CorrectionInput, correctTranscript } from '@/lib/data/corrections'
import { route } from '@/lib/server/route'
import { Corrected } from '@/lib/transcript/corrected'

export const POST = route(CorrectionInput, correctTranscript, {
  summary: 'Accepts or rejects proposals, takes a revision back, or makes the text of an earlier one stand again.',
  may: 'correction.accept',
  answers: Corrected,
  refuses: ['conflict', 'too-large'],
  maxBytes: 2 * 2 ** 20,
  example: { action: 'accept', ids: ['0199a2c4-5d7e-7c3a-9f10-6b2d8e4a1c55'], revision: 1 },
})
