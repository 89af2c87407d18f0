import type { Told } from '../../lib/i18n/tell-report.ts';
import { useNames } from '../day/tools/use-names.ts';
import { Section } from './Section.tsx';
import { SeqLink } from './SeqLink.tsx';
import { Table } from './Table.tsx';

/** A section with one table; each row leads to its moment in the replay. */
export function ToldTable({ told, session }: { told: Told; session: string }) {
  const { title, hint, heads, numbers, rows } = told;
  return (
    <Section title={title} hint={hint} isWide>
      {rows.length > 0 && (
        <Table
          label={title}
          heads={heads}
          numbers={numbers}
          rows={rows.map(({ seq, cells: [at = '', ...rest], winners }) => {
            const last = rest.length - 2;
            return {
              key: `${seq} ${rest[0]}`,
              cells: [
                <SeqLink key="at" session={session} seq={seq + 1}>
                  {at}
                </SeqLink>,
                ...rest.map((cell, i) =>
                  winners && winners.length > 0 && i === last ? (
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
    </Section>
  );
}

/** Who they were, as long as their comments are kept. */
function Names({ session, seqs }: { session: string; seqs: readonly number[] }) {
  const names = useNames(session, seqs)?.filter((name) => name !== null) ?? [];
  return names.length > 0 && <bdi>：{names.join('、')}</bdi>;
}
