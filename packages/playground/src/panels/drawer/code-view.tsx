import { useMemo, useState } from 'react'
import { foldData } from '../../attachments/fold-data.ts'
import { useText } from '../../messages/use-text.ts'
import { KeptTogether } from '../../ui/kept-together.tsx'
import { TextButton } from '../../ui/text-button.tsx'
import css from './code-view.module.css'
import { type CodeLine, jsonLines } from './json-lines.ts'
import { markedLines } from './marked-lines.ts'
import { numbered } from './numbered.ts'

/** More lines than anybody reads at once; the rest is one press away. */
const AT_FIRST = 400
/** JSON that is longer is shown as it came: laying it out would take longer than reading its head. */
const LONGEST_JSON = 2_000_000

export interface CodeViewProps {
  readonly text: string
  readonly label: string
  /** The name whose value is marked. */
  readonly marked?: string
}

/** A body to read: JSON laid out with line numbers and long strings and base64 folded, anything else line by line as it is. */
export function CodeView({ text, label, marked }: CodeViewProps) {
  const say = useText('drawer')
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const [isWhole, setWhole] = useState(false)
  // Nobody reads base64; what is copied has it.
  const read = useMemo(() => foldData(text), [text])
  const lines = useMemo(
    () => (read.length > LONGEST_JSON ? null : jsonLines(read, unfolded)) ?? read.split('\n').map(plainLine),
    [read, unfolded],
  )
  const [from, to] = (marked === undefined ? null : markedLines(lines, marked)) ?? [0, -1]
  const shown = isWhole || to >= AT_FIRST ? lines : lines.slice(0, AT_FIRST)
  return (
    <div className={css.code} role="group" aria-label={label} dir="ltr">
      <ol className={css.lines}>
        {numbered(shown).map(({ item: line, number }) => (
          <li
            key={number}
            className={css.line}
            data-marked={(number > from && number <= to + 1) || undefined}
            style={{ paddingInlineStart: `${line.indent * 2 + 1}ch` }}
          >
            <Pieces line={line} onUnfold={(id) => setUnfolded(new Set([...unfolded, id]))} />
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <TextButton className={css.all} onClick={() => setWhole(true)}>
          {say('showAll', { count: lines.length })}
        </TextButton>
      )}
    </div>
  )
}

const plainLine = (text: string): CodeLine => ({ indent: 0, pieces: [{ kind: 'plain', text }] })

function Pieces({ line, onUnfold }: { readonly line: CodeLine; readonly onUnfold: (id: number) => void }) {
  const say = useText('drawer')
  return numbered(line.pieces).map(({ item: piece, number }) => {
    if (piece.kind === 'plain') return <KeptTogether key={number} text={piece.text} />
    if (piece.kind !== 'folded')
      return (
        <span key={number} className={css[piece.kind]}>
          {piece.text}
        </span>
      )
    return (
      <button
        key={number}
        type="button"
        className={css.fold}
        title={say('unfold', { count: piece.hidden })}
        onClick={() => onUnfold(piece.id)}
      >
        {piece.text} +{piece.hidden}
      </button>
    )
  })
}
