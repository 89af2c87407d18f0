import { formatCount } from '../../lib/i18n/format.ts';
import { shownRows, type Told } from '../../lib/i18n/tell-report.ts';
import { useNames } from '../day/tools/use-names.ts';
import { useText } from '../frame/use-text.ts';
import { Section } from './Section.tsx';
import { SeqLink } from './SeqLink.tsx';
import { Table } from './Table.tsx';

/** A page of more is not read; the workbook has them all. */
const most = 200;

/** A section with one table; each row leads to its moment in the replay. */
export function ToldTable({ told, session }: { told: Told; session: string }) {
  const text = useText();
  const { title, hint, heads, rows } = told;
  const shown = shownRows({ ...told, rows: rows.slice(0, most) }, text);
  return (
    <Section title={title} hint={hint} isWide>
      {rows.length > 0 && (
        <Table
          label={title}
          heads={heads}
          numbers={heads.flatMap((_, i) =>
            i === heads.length - 1 || typeof rows[0]?.cells[i - 1] === 'number' ? [i] : [],
          )}
          rows={shown.map(([at = '', ...rest], i) => {
            const { seq, winners = [] } = rows[i]!;
            const result = rest.length - 2;
            return {
              key: String(i),
              cells: [
                <SeqLink key="at" session={session} seq={seq + 1}>
                  {at}
                </SeqLink>,
                ...rest.map((cell, column) =>
                  column === result && winners.length > 0 ? (
                    <>
                      {cell}
                      <Names session={session} seqs={winners} />
                    </>
                  ) : (
                    cell
                  ),
                ),
              ],
            };
          })}
        />
      )}
      {rows.length > most && <p>{text.report.more(formatCount(rows.length - most))}</p>}
    </Section>
  );
}

/** Who they were, as long as their comments are kept. */
function Names({ session, seqs }: { session: string; seqs: readonly number[] }) {
  const names = useNames(session, seqs)?.filter((name) => name !== null) ?? [];
  return names.length > 0 && <bdi>：{names.join('、')}</bdi>;
}
