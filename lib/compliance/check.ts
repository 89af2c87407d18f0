import type { Finding } from '../model.ts';
import { type Compiled, type CompiledRule, ownCategory } from './compile.ts';
import channels from './data/channels.json' with { type: 'json' };
import laws from './data/laws.json' with { type: 'json' };
import { holdsAround } from './judge/context.ts';
import { withEvidence } from './judge/evidence.ts';
import { type Judged, withoutNested } from './judge/overlap.ts';
import { rewritesFor } from './judge/rewrites.ts';
import { isShielded } from './judge/shields.ts';
import type { Severity } from './rules.ts';
import { afterNoise, changed, type Folded, fold } from './text/fold.ts';
import type { CheckContext } from './types.ts';

/** What a channel does to the rules of a category; docs/compliance.md says why. */
interface ChannelPolicy {
  /** the only categories that are judged */
  only?: readonly string[];
  /** severities that become others, by category */
  change?: Readonly<Record<string, Readonly<Record<string, Severity>>>>;
  off?: boolean;
}

/** Judges one text. Pure; findings in order of `start`, offsets in UTF-16 units of `text`. */
export function check(text: string, context: CheckContext, compiled: Compiled): Finding[] {
  const policy = (channels as Record<string, ChannelPolicy>)[context.channel]!;
  if (policy.off) return [];
  const folded = fold(text, compiled.table, compiled.folded);
  compiled.reader.open(folded);
  const candidates = compiled.scannerFor(policy.only).scan(folded);
  if (candidates.length === 0) return [];

  const judged: Judged[] = [];
  for (const candidate of candidates) {
    const rule = compiled.rules[candidate.rule]!;
    const severity = severityIn(rule, context, policy);
    if (severity === null) continue;
    if (isShielded(candidate, compiled)) continue;
    if (rule.needs && !holdsAround(rule.needs, candidate, compiled.reader, folded)) continue;
    if (holdsAround(rule.unless, candidate, compiled.reader, folded)) continue;
    judged.push({ ...candidate, rule, severity });
  }
  return withoutNested(judged)
    .map((found) => withEvidence(findingOf(found, folded, compiled, policy), context))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function severityIn(rule: CompiledRule, context: CheckContext, policy: ChannelPolicy): Severity | null {
  const category = context.category ?? 'general';
  if (rule.only && !rule.only.includes(category)) return null;
  if (policy.only && !policy.only.includes(rule.category)) return null;
  const severity = rule.by?.[category] ?? rule.severity;
  return severity === 'off' ? null : severity;
}

function findingOf(found: Judged, folded: Folded, compiled: Compiled, policy: ChannelPolicy): Finding {
  const { rule } = found;
  const { reader } = compiled;
  let { severity } = found;
  const veiled = isVeiled(found, folded, compiled);
  if (rule.worse.length > 0 && holdsAround(rule.worse, found, reader, folded)) severity = 'S3';
  if (rule.proof.length > 0 && holdsAround(rule.proof, found, reader, folded)) severity = 'S1';
  severity = policy.change?.[rule.category]?.[severity] ?? policy.change?.['*']?.[severity] ?? severity;
  if (veiled && severity === 'S2') severity = 'S3';

  const exemption = compiled.exemptions.find(
    (one) =>
      (one.for.includes(rule.category) || one.for.includes(rule.id)) &&
      holdsAround(one.patterns, found, reader, folded) &&
      !holdsAround(one.unless, found, reader, folded),
  );
  if (exemption) severity = exemption.to === 'S0' || severity === 'S0' ? 'S0' : 'S1';

  const start = folded.starts[found.start]!;
  const end = folded.ends[found.end - 1]!;
  return {
    start,
    end,
    text: folded.original.slice(start, end),
    canonical: canonicalOf(found, folded, compiled),
    category: rule.category,
    severity,
    rule: rule.id,
    list: rule.list,
    basis: rule.category === ownCategory ? '店铺自定义词' : (laws as Record<string, string>)[rule.law]!,
    evasion: veiled,
    exemption: exemption?.code ?? null,
    rewrites: severity === 'S0' ? [] : rewritesFor(rule.rewrite),
  };
}

/** A word read by sound or shape, in changed letters, or with something put between its letters. */
function isVeiled(found: Judged, folded: Folded, { lexicon }: Compiled): boolean {
  let end = -1;
  for (const token of found.tokens) {
    if (token.veiled > 0 || lexicon.hiding.has(token.word)) return true;
    const joined = token.start === end;
    for (let at = token.start; at < token.end; at++) {
      const flags = folded.flags[at]!;
      if (flags & changed || (flags & afterNoise && (at > token.start || joined))) return true;
    }
    end = token.end;
  }
  return false;
}

/** The words as they are meant, with what lies between them. */
function canonicalOf(found: Judged, folded: Folded, compiled: Compiled): string {
  const { lexicon } = compiled;
  let canonical = '';
  let at = found.start;
  for (const token of found.tokens) {
    canonical += lettersBetween(at, token.start, folded) + lexicon.words[lexicon.meant[token.word]!]!;
    at = token.end;
  }
  return canonical + lettersBetween(at, found.end, folded);
}

function lettersBetween(from: number, to: number, folded: Folded): string {
  return from < to ? String.fromCharCode(...folded.codes.subarray(from, to)) : '';
}
