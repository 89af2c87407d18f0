import type { Finding } from '../model.ts';
import type { ChannelPolicy, Compiled } from './compile.ts';
import laws from './data/laws.json' with { type: 'json' };
import { mayBe } from './judge/chance.ts';
import { holdsAround, holdsWithin } from './judge/context.ts';
import { withEvidence } from './judge/evidence.ts';
import { staysHome } from './judge/home.ts';
import { type Judged, withoutNested } from './judge/overlap.ts';
import { rewritesFor } from './judge/rewrites.ts';
import { isInScope } from './judge/scope.ts';
import { isShielded } from './judge/shields.ts';
import { canonicalOf, isDisguised, isVeiled } from './judge/veil.ts';
import type { CompiledRule } from './prepare.ts';
import type { Severity } from './rules.ts';
import { ownCategory } from './settings.ts';
import { type Folded, fold } from './text/fold.ts';
import type { CheckContext } from './types.ts';

/** Who has nothing to hide writes plainly: what denies, asks or quotes the law excuses a veiled word, in part. */
const excusesVeils: readonly string[] = ['X-NEG', 'X-Q', 'X-LAW', 'X-LIKE'];

/** Judges one text. Pure; findings in order of `start`, offsets in UTF-16 units of `text`. */
export function check(text: string, given: CheckContext, compiled: Compiled): Finding[] {
  const channel = compiled.channel(given.channel);
  if (!channel?.screen(text)) return [];
  const folded = fold(text, compiled.table, compiled.folded);
  compiled.reader.open(folded, compiled.veilable);
  if (compiled.hasOwn) compiled.own.read(folded, compiled.kept.veilable);

  const readings = channel.scan();
  if (readings.length === 0) return [];
  const { policy } = channel;
  const context = compiled.completed(given);
  const candidates: Judged[] = [];
  for (const candidate of readings) {
    const rule = compiled.ruleAt(candidate.rule);
    if (rule.veil === 'only' && !isDisguised(candidate, folded, compiled)) continue;
    const severity = severityIn(rule, context, policy);
    if (severity !== null) candidates.push({ ...candidate, rule, severity });
  }
  return withoutNested(candidates, (found) => stands(found, context, compiled))
    .map((found) => withEvidence(findingOf(found, folded, compiled, policy), context))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether no innocent phrase or common word is meant and what the rule asks of the context holds. */
function stands(found: Judged, context: CheckContext, compiled: Compiled): boolean {
  const { needs, unless, category } = found.rule;
  return (
    // what the shop bans is banned inside words too
    (category === ownCategory || !isPartOfWords(found, compiled)) &&
    !isShielded(found, context, compiled) &&
    !staysHome(found, context.platform, compiled.homes, compiled.lexicon.meant) &&
    (!needs || holdsAround(needs, found, compiled)) &&
    !holdsAround(unless, found, compiled)
  );
}

function isPartOfWords({ start, end, tokens }: Judged, { ordinary, reader }: Compiled): boolean {
  return ordinary.cuts(reader.text, start, end, !tokens.some(({ veiled }) => veiled > 0));
}

function severityIn(rule: CompiledRule, context: CheckContext, policy: ChannelPolicy): Severity | null {
  const category = context.category ?? 'general';
  if (rule.only && !rule.only.includes(category)) return null;
  if (!isInScope(rule.scope, context)) return null;
  if (rule.quiet?.some((scope) => isInScope(scope, context))) return null;
  if (policy.only && !policy.only.includes(rule.category)) return null;
  const severity = rule.by?.[category] ?? rule.severity;
  return severity === 'off' ? null : severity;
}

function findingOf(found: Judged, folded: Folded, compiled: Compiled, policy: ChannelPolicy): Finding {
  const { rule } = found;
  let { severity } = found;
  const veiled = rule.veil === 'itself' || isVeiled(found, folded, compiled);
  if (holdsAround(rule.worse, found, compiled)) severity = 'S3';
  if (holdsAround(rule.proof, found, compiled)) severity = 'S1';
  severity = policy.change?.[rule.category]?.[severity] ?? policy.change?.['*']?.[severity] ?? severity;
  if (veiled && severity === 'S2') severity = 'S3';

  const exemption = rule.exemptions.find(
    (one) =>
      (!veiled || excusesVeils.includes(one.code)) &&
      (!one.chance || (severity > 'S1' && mayBe(one.chance, found, folded, compiled))) &&
      (holdsAround(one.patterns, found, compiled) ||
        (one.within === true && holdsWithin(one.patterns, found, compiled))) &&
      !holdsAround(one.unless, found, compiled),
  );
  if (exemption) severity = !veiled && (exemption.to === 'S0' || severity === 'S0') ? 'S0' : 'S1';

  const start = folded.starts[found.start]!;
  const end = folded.ends[found.end - 1]!;
  return {
    start,
    end,
    text: folded.original.slice(start, end),
    canonical: rule.means ?? canonicalOf(found, folded, compiled),
    category: rule.category,
    severity,
    rule: rule.id,
    list: rule.list,
    basis: rule.category === ownCategory ? rule.law : (laws as Record<string, string>)[rule.law]!,
    evasion: veiled,
    exemption: exemption?.code ?? null,
    ...(exemption && { reason: exemption.reason }),
    rewrites: severity === 'S0' ? [] : rewritesFor(rule.rewrite),
  };
}
