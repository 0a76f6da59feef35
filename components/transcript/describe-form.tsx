'use client'
import { useTranscriptStore } from '@/components/api/store-context'
import { DetailsWindow } from '@/components/desk/details-window'
import { show, useBench, useBenchStore } from './workbench-state'

/** The details of this transcript, to be changed; what becomes of them stands in the store at once. */
export const DescribeForm = () => {
  const bench = useBenchStore()
  const store = useTranscriptStore()
  const opened = useBench((state) => state.overlay === 'details')
  if (!opened) return null
  return (
    <DetailsWindow
      transcript={store.getState().transcript}
      onClose={() => show(bench, null)}
      onChanged={(transcript) => store.setState({ transcript })}
    />
  )
}
