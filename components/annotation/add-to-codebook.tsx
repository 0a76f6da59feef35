'use client'
import { useState } from 'react'
import { request } from '@/components/api/client'
import { useTranscriptStore } from '@/components/api/store-context'
import { notify, sentenceOf } from '@/components/ui/notice'
import type { TagEntry } from '@/lib/annotation/tag'
import { Quiet } from './buttons'

/** Puts tags that were typed freely into the codebook; colour and note are given on the desk's page of tags. */
export const AddToCodebook = ({ tags }: { readonly tags: readonly string[] }) => {
  const store = useTranscriptStore()
  const [busy, setBusy] = useState(false)
  const add = async (name: string) => {
    if (busy) return
    setBusy(true)
    try {
      const { desk } = store.getState().transcript
      const made = await request<TagEntry>('POST', `/desks/${desk.slug}/tags`, { body: { name } })
      store.setState(({ codebook }) => ({ codebook: [...codebook, made].sort((a, b) => a.name.localeCompare(b.name)) }))
      notify(`“${name}” is in the codebook now.`)
    } catch (error) {
      notify(sentenceOf(error))
    }
    setBusy(false)
  }
  return tags.map((tag) => (
    <Quiet key={tag} onClick={() => void add(tag)}>
      {`+ Add “${tag}” to the codebook`}
    </Quiet>
  ))
}
