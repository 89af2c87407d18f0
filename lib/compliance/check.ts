import type { Finding } from '../model.ts';
import { type ChannelPolicy, type Compiled, ownCategory } from './compile.ts';
import laws from './data/laws.json' with { type: 'json' };
import { holdsAround } from './judge/context.ts';
import { withEvidence } from './judge/evidence.ts';
import { staysHome } from './judge/home.ts';
import { type Judged, withoutNested } from './judge/overlap.ts';
import { rewritesFor } from './judge/rewrites.ts';
import { isInScope } from './judge/scope.ts';
import { isShielded } from './judge/shields.ts';
import type { CompiledRule } from './prepare.ts';
import type { Severity } from './rules.ts';
import { afterNoise, changed, type Folded, fold, lettersOf } from './text/fold.ts';
import type { CheckContext } from './types.ts';

/** Judges one text. Pure; findings in order of `start`, offsets in UTF-16 units of `text`. */
export function check(text: string, given: CheckContext, compiled: Compiled): Finding[] {
  const channel = compiled.channel(given.channel);
  if (!channel?.screen(text)) return [];
  const folded = fold(text, compiled.table, compiled.folded);
  compiled.reader.open(folded, compiled.veilable);
  if (compiled.hasOwn) compiled.own.read(folded, compiled.veilable);

  const readings = channel.scan();
  if (readings.length === 0) return [];
  const { policy } = channel;
  const context = compiled.completed(given);
  const candidates: Judged[] = [];
  for (const candidate of readings) {
    const rule = compiled.ruleAt(candidate.rule);
    const severity = severityIn(rule, context, policy);
    if (severity !== null) candidates.push({ ...candidate, rule, severity });
  }
  return withoutNested(candidates, (found) => stands(found, context, compiled))
    .map((found) => withEvidence(findingOf(found, folded, compiled, policy), context))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether no innocent phrase is meant and what the rule asks of the context holds. */
function stands(found: Judged, context: CheckContext, compiled: Compiled): boolean {
  const { needs, unless } = found.rule;
  return (
    !isShielded(found, context, compiled) &&
    !staysHome(found, context.platform, compiled.homes, compiled.lexicon.meant) &&
    (!needs || holdsAround(needs, found, compiled)) &&
    !holdsAround(unless, found, compiled)
  );
}

function severityIn(rule: CompiledRule, context: CheckContext, policy: ChannelPolicy): Severity | null {
  const category = context.category ?? 'general';
  if (rule.only && !rule.only.includes(category)) return null;
  if (!isInScope(rule.scope, context)) return null;
  if (policy.only && !policy.only.includes(rule.category)) return null;
  const severity = rule.by?.[category] ?? rule.severity;
  return severity === 'off' ? null : severity;
}

function findingOf(found: Judged, folded: Folded, compiled: Compiled, policy: ChannelPolicy): Finding {
  const { rule } = found;
  let { severity } = found;
  const veiled = isVeiled(found, folded, compiled);
  if (holdsAround(rule.worse, found, compiled)) severity = 'S3';
  if (holdsAround(rule.proof, found, compiled)) severity = 'S1';
  severity = policy.change?.[rule.category]?.[severity] ?? policy.change?.['*']?.[severity] ?? severity;
  if (veiled && severity === 'S2') severity = 'S3';

  const exemption = compiled.exemptions.find(
    (one) =>
      (one.for.includes(rule.category) || one.for.includes(rule.id)) &&
      holdsAround(one.patterns, found, compiled) &&
      !holdsAround(one.unless, found, compiled),
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
    ...(exemption && { reason: exemption.reason }),
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
    canonical += lettersOf(folded, at, token.start) + lexicon.words[lexicon.meant[token.word]!]!;
    at = token.end;
  }
  return canonical + lettersOf(folded, at, found.end);
}
