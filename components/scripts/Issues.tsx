import type { Issue } from '../../lib/shop/inspect.ts';
import { useText } from '../frame/use-text.ts';
import { PriceNote } from '../moderate/PriceNote.tsx';
import { Passed, Severity } from '../room/FindingList.tsx';

/** What is to be said of a script, a word or two each; a green tick when there is nothing. */
export function Issues({ issues }: { issues: readonly Issue[] }) {
  const { shop } = useText();
  if (issues.every(({ kind }) => kind === 'unasked' || kind === 'proof'))
    return (
      <>
        <Passed label={shop.issues.fine} />
        {issues.map((issue) => (
          <One key={issue.kind} issue={issue} />
        ))}
      </>
    );
  return issues.map((issue) => <One key={issue.kind} issue={issue} />);
}

function One({ issue }: { issue: Issue }) {
  const { shop } = useText();
  switch (issue.kind) {
    case 'blocked':
    case 'proof':
      return issue.findings.slice(0, 2).map((finding) => (
        <span key={`${finding.start}:${finding.rule}`}>
          <Severity level={finding.severity} /> <q>{finding.text}</q> {finding.basis}
          {finding.rewrites[0] && ` → ${finding.rewrites[0]}`}
        </span>
      ));
    case 'long':
      return <b>{shop.issues.long(issue.length, issue.limit)}</b>;
    case 'open':
      return <b>{shop.issues.open(issue.slots.map((slot) => `{${slot}}`).join(' '))}</b>;
    case 'figure':
      return <PriceNote differs={issue.differs} />;
    case 'unasked':
      return <span>{shop.issues.unasked}</span>;
  }
}
