import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { formatCount, formatDay, formatLength } from '../../lib/i18n/format.ts';
import { mostOfShow, type Segment } from '../../lib/model.ts';
import { bom, csvLine } from '../../lib/sheet/csv.ts';
import { startsOf } from '../../lib/show/clock.ts';
import type { KeptShow } from '../../lib/show/schema.ts';
import { showRows } from '../../lib/show/table.ts';
import page from '../console/page.module.css';
import { Checklist } from '../day/show/Checklist.tsx';
import { fileName } from '../export/file-name.ts';
import { useText } from '../frame/use-text.ts';
import { saveFile } from '../health/save-file.ts';
import { Empty } from '../room/Empty.tsx';
import { DoneLine } from '../shop/DoneLine.tsx';
import styles from '../shop/shop.module.css';
import { useTable } from '../shop/use-table.ts';
import { useChecker } from '../use-checker.ts';
import { EngineContext, useEngine } from '../use-engine.ts';
import { useProducts, useShows } from '../use-shop.ts';
import { ImportSegments } from './ImportSegments.tsx';
import { MakeShow } from './MakeShow.tsx';
import { SegmentTable } from './SegmentTable.tsx';
import { useCapture } from './use-capture.ts';

/** Runs of show: what comes when, made from a template and edited as a table, and the look around before going live. */
export function ShowsPage() {
  const { show: text, common } = useText();
  const engine = useEngine();
  const { checker } = useChecker(engine);
  const [stored, change] = useShows();
  const [products] = useProducts();
  const { done, save } = useTable(change);
  const capture = useCapture();
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<'make' | 'import' | null>(null);
  const show = stored?.find(({ id }) => id === chosen) ?? stored?.at(-1);

  const put = useCallback(
    (change: Partial<KeptShow>, said?: string) =>
      show ? save({ put: [{ ...show, ...change }] }, said) : Promise.resolve(false),
    [show, save],
  );
  const setSegments = useCallback(
    (segments: Segment[], said?: string) =>
      void put({ segments: segments.slice(0, mostOfShow.segments) }, said),
    [put],
  );
  const add = (made: Pick<KeptShow, 'name' | 'segments'> & Partial<KeptShow>) => {
    const id = crypto.randomUUID();
    setChosen(id);
    return save({ put: [{ ...made, id, addedAt: Date.now() }] }, text.made(made.name));
  };
  const rename = (name: string) =>
    name.trim() !== '' && name.trim() !== show?.name && void put({ name: name.trim() });
  const setStart = (value: string) => {
    if (!show || value === (show.startsAt ?? '')) return;
    const { startsAt: _, ...rest } = show;
    void save({ put: [value === '' ? rest : { ...rest, startsAt: value }] });
  };
  const take = (segments: Segment[], how: 'append' | 'replace', startsAt: string | null) => {
    const said = text.import.taken(formatCount(segments.length));
    if (!show) return add({ name: text.untitled, segments, ...(startsAt && { startsAt }) });
    return put(
      {
        segments: how === 'append' ? [...show.segments, ...segments] : segments,
        ...(startsAt && !show.startsAt && { startsAt }),
      },
      said,
    );
  };
  return (
    <EngineContext value={engine}>
      <header className={page.head}>
        <h1>{text.title}</h1>
        {show && (
          <span className={page.aside}>
            {text.total(formatCount(show.segments.length), formatLength((startsOf(show).at(-1) ?? 0) * 1000))}
          </span>
        )}
        <div className={page.end}>
          <Button size="xs" variant="default" onClick={() => setOpen('import')}>
            {text.import.title}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!show}
            onClick={() =>
              show &&
              saveFile(
                fileName([text.exportName, show.name, formatDay(Date.now())], 'csv'),
                bom + showRows(show.segments, text).map(csvLine).join(''),
                'text/csv',
              )
            }
          >
            {text.export}
          </Button>
          <Button size="xs" onClick={() => setOpen('make')}>
            {text.make}
          </Button>
        </div>
      </header>
      {show && stored && (
        <div className={styles.bar}>
          <NativeSelect
            size="xs"
            aria-label={text.choose}
            value={show.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={stored.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            key={`${show.id} ${show.name}`}
            size="xs"
            aria-label={text.name}
            maxLength={mostOfShow.name}
            defaultValue={show.name}
            onBlur={(event) => rename(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
          <TextInput
            key={`${show.id} at`}
            size="xs"
            type="time"
            aria-label={text.startsAt}
            title={text.startsAt}
            defaultValue={show.startsAt ?? ''}
            onBlur={(event) => setStart(event.currentTarget.value)}
          />
          <Button
            size="xs"
            variant="default"
            onClick={() => void add({ ...show, name: text.copyOf(show.name).slice(0, mostOfShow.name) })}
          >
            {text.duplicate}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => void save({ remove: [show.id] }, text.removed(show.name))}
          >
            {text.remove}
          </Button>
        </div>
      )}
      <DoneLine done={done} />
      <div className={styles.body}>
        {!stored && <p className={styles.note}>{common.loading}</p>}
        {stored && !show && <Empty title={text.empty} hint={text.emptyHint} />}
        {show && (
          <>
            <SegmentTable key={show.id} plan={show} checker={checker} onChange={setSegments} />
            <div className={styles.buttons}>
              <Button
                size="xs"
                variant="default"
                disabled={show.segments.length >= mostOfShow.segments}
                onClick={() =>
                  setSegments([...show.segments, { name: text.newSegment, part: 'other', length: 300 }])
                }
              >
                {text.addSegment}
              </Button>
              <span className={styles.aside}>{text.keys}</span>
            </div>
            <section className={styles.section}>
              <h2>{text.check.title}</h2>
              <Checklist plan={show} checker={checker} capture={capture} />
            </section>
          </>
        )}
      </div>
      <MakeShow
        isOpen={open === 'make'}
        products={products ?? []}
        onMake={(segments) => {
          setOpen(null);
          void add({ name: text.untitled, segments });
        }}
        onClose={() => setOpen(null)}
      />
      <ImportSegments
        isOpen={open === 'import'}
        present={show?.segments.length ?? 0}
        onTake={take}
        onClose={() => setOpen(null)}
      />
    </EngineContext>
  );
}
