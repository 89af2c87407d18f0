import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../lib/i18n/format.ts';
import type { Suggestion as Drawn } from '../../lib/report/advise.ts';
import { addressOf } from '../console/use-route.ts';
import { useText } from '../frame/use-text.ts';
import { useScripts } from '../use-shop.ts';
import { AdoptEdit } from './AdoptEdit.tsx';
import { formatMinute, formatWait } from './format.ts';
import styles from './report.module.css';
import { SeqLink } from './SeqLink.tsx';

interface Words {
  title: string;
  why: string;
  quote?: ReactNode;
  act?: ReactNode;
}

/** One suggestion: what to do, what it is drawn from, and the way to do it. */
export function Suggestion({ session, suggestion }: { session: string; suggestion: Drawn }) {
  const words = useWords(suggestion);
  return (
    <>
      <h3>{words.title}</h3>
      <p className={styles.why}>{words.why}</p>
      {words.quote}
      <p className={styles.acts}>
        {words.act}
        {suggestion.seqs.slice(0, 3).map((seq) => (
          <SeqLink key={seq} session={session} seq={seq} />
        ))}
      </p>
    </>
  );
}

function useWords(one: Drawn): Words {
  const [scripts] = useScripts();
  const { report: text, intents } = useText();
  const { acts } = text;
  const quote = (said: string) => (
    <blockquote className={styles.quote}>
      <bdi>{said}</bdi>
    </blockquote>
  );
  const link = (href: string, word: string) => (
    <a className={styles.act} href={href}>
      {word}
    </a>
  );
  // a reply we bring along is changed by making it one's own
  const scriptLink = (id: string, said: string, example?: string) =>
    scripts?.some((own) => own.id === id)
      ? link(addressOf('scripts', undefined, { find: said }), acts.openScript)
      : link(addressOf('scripts', undefined, { text: said, ...(example && { example }) }), acts.write);
  switch (one.kind) {
    case 'write-script': {
      const query = {
        example: one.question,
        intent: one.intent,
        ...(one.reply !== null && { text: one.reply }),
        ...(one.product !== null && { product: one.product }),
      };
      return {
        title: text.writeScript(one.question),
        why: [
          text.writeScriptWhy(formatCount(one.asks), formatCount(one.people), formatCount(one.answers)),
          intents[one.intent],
          ...(one.isNoted ? [text.noted] : []),
        ].join(' · '),
        ...(one.reply !== null && { quote: quote(one.reply) }),
        act: link(addressOf('scripts', undefined, query), acts.write),
      };
    }
    case 'answer-it':
      return {
        title: text.answerIt(one.question),
        why: text.answerItWhy(formatCount(one.asks), formatCount(one.people)),
        quote: quote(one.text),
        act: scriptLink(one.script, one.text, one.question),
      };
    case 'slow':
      return {
        title: text.slow(formatMinute(one.from), formatMinute(one.to)),
        why: text.slowWhy(
          formatWait(one.median),
          formatCount(one.answers),
          formatWait(one.usual),
          formatCount(one.comments),
        ),
      };
    case 'adopt-edit':
      return {
        title: text.adoptEdit(one.text),
        why: text.adoptEditWhy(formatCount(one.edited.part), formatCount(one.edited.of)),
        quote: quote(one.wording),
        act: <AdoptEdit script={one.script} wording={one.wording} />,
      };
    case 'reword': {
      const { term, count, basis } = one.found;
      return {
        title: text.reword(term),
        why: text.rewordWhy(formatCount(count), basis),
        quote: (
          <>
            {quote(one.sentence)}
            {one.rewritten !== null && (
              <>
                <p className={styles.why}>{text.rewordTo}</p>
                {quote(one.rewritten)}
              </>
            )}
          </>
        ),
        act:
          one.rewritten === null
            ? link(addressOf('rules'), acts.rules)
            : link(addressOf('scripts', undefined, { text: one.rewritten }), acts.write),
      };
    }
    case 'add-facts':
      return {
        title: text.addFacts(one.title),
        why: text.addFactsWhy(formatCount(one.asked)),
        act: link(addressOf('products'), acts.products),
      };
    case 'calm':
      return {
        title: text.calm(formatMinute(one.from), formatMinute(one.to)),
        why: text.calmWhy(
          formatCount(one.negative.part),
          formatCount(one.negative.of),
          one.usual.of === 0 ? text.tooFew : formatShare(one.usual.part / one.usual.of),
        ),
      };
    case 'unused':
      return {
        title: text.unused(one.text),
        why: text.unusedWhy(formatCount(one.shown)),
        act: scriptLink(one.script, one.text),
      };
  }
}
