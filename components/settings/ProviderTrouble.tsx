import type { Failure } from '../../lib/llm/failure.ts';
import { useText } from '../frame/use-text.ts';

/** Why a provider gave no answer, in words, with the next step and what it said itself. */
export function ProviderTrouble({ failure: { kind, detail } }: { failure: Failure }) {
  const { assist: text } = useText();
  const { what, next } = text.failures[kind];
  return (
    <>
      <b>{what}</b>
      <br />
      {next}
      {detail && (
        <>
          <br />
          <bdi>{text.told(detail)}</bdi>
        </>
      )}
    </>
  );
}
